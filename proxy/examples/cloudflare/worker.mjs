// Set up by the variables in wrangler.toml and the secret HASOFFERS_API_KEY.
export { default } from 'hasoffers-widgets/proxy/worker';
