// For the page of one state: as far as it knows, the visitor has no connection.
Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
