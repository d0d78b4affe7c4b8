import { faultNames } from './faults.js';
import { disabledNetworkId, sampleKeyNames, sampleKeyPurposes, sampleKeys, sampleNetworkId } from './keys.js';
import { startSampleNetwork } from './network.js';

const port = Number(process.env.PORT || 8788);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is "${process.env.PORT}"; it has to be a number from 0 (any free port) to 65535.`);
  process.exit(1);
}

try {
  const network = await startSampleNetwork({ port, host: process.env.HOST || '127.0.0.1' });
  const keys = sampleKeyNames.map(
    (name) => `  ${name.padEnd(17)}${sampleKeys[name]}\n${' '.repeat(19)}${sampleKeyPurposes[name]}`,
  );
  console.log(`Sample network: ${network.url}

A simulated HasOffers Affiliate API. Everything in it is invented; no key works anywhere else.

Network id: ${sampleNetworkId} (${disabledNetworkId}: the Affiliate API is switched off)
Keys:
${keys.join('\n')}

Try:    ${network.url}/Apiv3/json?Target=Affiliate_Affiliate&Method=getAccountManager&api_key=${sampleKeys.active}
Proxy:  HASOFFERS_UPSTREAM=${network.url} HASOFFERS_NETWORK_ID=${sampleNetworkId} HASOFFERS_API_KEY=${sampleKeys.active} npx hasoffers-widgets proxy
Faults: ${network.url}/fault/NAME/Apiv3/json, or POST ${network.url}/_control/fault?name=NAME (none = off)
        ${faultNames.join(' ')}
`);
  const stop = () => void network.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is in use; PORT=0 picks a free one.` : error);
  process.exit(1);
}
