npm ci && npm run build   # makes dist/hasoffers-widgets.js
