// For the page of one state: once its element has loaded, the network is down, and the element is to load again.
const usualFetch = window.fetch;
let isDown = false;
// Before the widgets' script, which is deferred, takes the page's `fetch`.
window.fetch = (...request) => (isDown ? Promise.resolve(new Response('', { status: 502 })) : usualFetch(...request));
document.addEventListener(
  'hasoffers-load',
  ({ target }) => {
    isDown = true;
    target.refresh();
  },
  { once: true },
);
