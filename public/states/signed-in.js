// For pages of the gallery: the demo's server mints a token for whoever asks, and nobody is signed in at one endpoint.
window.HasOffersWidgets = {
  token: async ({ endpoint }) =>
    endpoint.endsWith('/signed-out') ? null : (await fetch('/playground/token', { method: 'POST' })).text(),
};
