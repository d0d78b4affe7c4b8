// Inserts every element that an entry defines into a page of an emulated browser, as an application's own tests do:
// `node emulated-page.mjs jsdom|happy-dom ENTRY ADDRESS ENDPOINT`. Prints one line of JSON with what became of them.
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

await import(entry);
const elements = [];
for (const tag of ['hasoffers-account-manager', 'hasoffers-offer-list']) {
  if (!customElements.get(tag)) continue;
  const element = document.createElement(tag);
  element.setAttribute('endpoint', endpoint);
  // Lazy elements would wait for ever in happy-dom, whose observer never calls back.
  document.body.append(element.cloneNode());
  element.setAttribute('loading', 'eager');
  document.body.append(element);
  await element.ready;
  elements.push({ tag, state: element.state, text: element.shadowRoot.querySelector('.root').textContent });
  // Out, in at another place, and out for good.
  document.body.prepend(element);
  await element.refresh();
  element.remove();
}
// What a removed element leaves behind comes out now.
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(JSON.stringify({ elements, uncaught }));
process.exit(0);
