// Inserts every element that an entry defines into a page of an emulated browser, as an application's own tests do, and
// uses its controls: `node emulated-page.mjs jsdom|happy-dom ENTRY ADDRESS ENDPOINT`. Prints one line of JSON with what
// became of them.
import { Window } from 'happy-dom';
import { JSDOM } from 'jsdom';

const [emulation, entry, address, endpoint] = process.argv.slice(2);
const view =
  emulation === 'jsdom'
    ? new JSDOM('', { url: address, pretendToBeVisual: true }).window
    : new Window({ url: address });

const uncaught = [];
view.addEventListener('error', ({ message }) => uncaught.push(message));
process.on('uncaughtException', (error) => uncaught.push(String(error)));
process.on('unhandledRejection', (error) => uncaught.push(String(error)));

// What test runners do: all of the window becomes global, and what Node has itself stays.
const replaced = new Set([
  'window',
  'self',
  'document',
  'location',
  'navigator',
  'Event',
  'CustomEvent',
  'EventTarget',
]);
for (const name of Object.getOwnPropertyNames(view)) {
  if (name in globalThis && !replaced.has(name)) continue;
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: view[name] });
}
for (const name of replaced) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: view[name] });
}

// A bug of a view is caught and logged.
const { error } = console;
console.error = (...words) => {
  if (String(words).includes('could not be rendered')) uncaught.push(String(words));
  error(...words);
};

const attributesByTag = {
  'hasoffers-account-manager': {},
  'hasoffers-offer-list': { search: '', sortable: '', filters: 'category country payout-type', 'page-size': '3' },
  'hasoffers-offer': { offer: '1004' },
  'hasoffers-stats': { controls: 'period', 'group-by': 'offer' },
  'hasoffers-tracking-link': { offer: '1004' },
  'hasoffers-creatives': { offer: '1004', filters: 'type size', code: 'html url' },
  'hasoffers-payments': { show: 'balance totals invoices receipts' },
  'hasoffers-conversions': { controls: 'period status offer', download: '', 'page-size': '5' },
  'hasoffers-messages': {},
};

/** Every control, in the order of the page: what one brings or takes away is left out. */
function useControls(root) {
  for (const control of root.querySelectorAll('button, select, input')) {
    control.focus();
    if (control.localName === 'select') control.selectedIndex = control.options.length - 1;
    if (control.localName === 'input') control.value = 'x';
    for (const type of ['pointerenter', 'input', 'change'])
      control.dispatchEvent(new view.Event(type, { bubbles: true }));
    control.dispatchEvent(new view.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    control.click();
  }
}

window.HasOffersWidgets = { token: async () => (await fetch(`${address}/widget-token`, { method: 'POST' })).text() };
await import(entry);
const elements = [];
for (const [tag, attributes] of Object.entries(attributesByTag)) {
  if (!customElements.get(tag)) continue;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ ...attributes, endpoint })) element.setAttribute(name, value);
  // Lazy elements would wait for ever in happy-dom, whose observer never calls back.
  document.body.append(element.cloneNode());
  element.setAttribute('loading', 'eager');
  document.body.append(element);
  await element.ready;
  elements.push({ tag, state: element.state, text: element.shadowRoot.querySelector('.root').textContent });
  useControls(element.shadowRoot);
  // Out, in at another place, and out for good.
  document.body.prepend(element);
  await element.refresh();
  element.remove();
}
// What a removed element leaves behind comes out now.
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(JSON.stringify({ elements, uncaught }));
process.exit(0);
