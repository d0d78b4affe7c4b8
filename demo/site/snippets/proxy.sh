# listens on 127.0.0.1:8787
HASOFFERS_NETWORK_ID=your-network \
HASOFFERS_API_KEY_FILE=key.txt \
HASOFFERS_TRUSTED_HOPS=1 \
npx hasoffers-widgets proxy
