import { VanillaList } from './vanilla-list.js';

/** What one action cost, in milliseconds; waiting for the network is not in it. */
export interface Cost {
  /** Until the nodes are there. */
  readonly script: number;
  /** Until they are painted: style, layout and paint included. */
  readonly painted: number;
  /** Tasks above 50 ms on the way, as the browser counts them. */
  readonly longTasks: number;
}

/** What a page of the bench can be told to do; see `page.ts`. */
export interface Probe {
  /** Puts an element into the page and waits for its first content. */
  insert(tag: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  /** So many pages shown at once, where pages accumulate. */
  showPages(pages: number): Promise<void>;
  /** From bones to content, once more: what the arrival of the data costs. */
  render(pages: number): Promise<Cost>;
  next(): Promise<Cost>;
  type(text: string): Promise<Cost>;
  set(attribute: string, value: string): Promise<Cost>;
  /** Asks for an answer ahead, so that it is in memory before anything is weighed. */
  fetchAhead(url: string): Promise<void>;
  /** Bytes of the page, nodes included, as the browser weighs them after collecting garbage. */
  weigh(): Promise<number>;
  /** Inserts `count` equal elements in one tick. */
  insertMany(tag: string, attributes: Readonly<Record<string, string>>, count: number): Promise<Cost>;
  /** Inserts and removes an element `cycles` times, each with its content drawn. */
  cycle(tag: string, attributes: Readonly<Record<string, string>>, cycles: number): Promise<void>;
  /** All nodes of the element but what it said to screen readers, which tells of its past. */
  serialize(): string;
  /** Of data. */
  readonly requests: number;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** What is not in TypeScript's library. */
interface Weighing {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

const ours = 'hasoffers-offer-list';
const answers = new Map<string, string>();
const ask = window.fetch.bind(window);
let requests = 0;
let waited = 0;
let arrived = 0;
let longTasks = 0;
let element: HTMLElement;

const observer = new PerformanceObserver((list) => {
  longTasks += list.getEntries().length;
});
observer.observe({ type: 'longtask' });

/** Resolves when what stands in the DOM now is painted. */
const paint = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

/** Each answer is fetched once and then given from memory, so that no network is in the figures. */
window.fetch = async (input) => {
  const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input, location.href);
  const url = `${pathname}?limit=${searchParams.get('limit')}&page=${searchParams.get('page')}`;
  const start = performance.now();
  requests += 1;
  const body = answers.get(url) ?? (await (await ask(url)).text());
  answers.set(url, body);
  // As a real answer does, it comes when what stands for it has been painted.
  await paint();
  const response = new Response('', { headers: { 'content-type': 'application/json' } });
  response.text = async () => {
    arrived = performance.now();
    waited += arrived - start;
    return body;
  };
  return response;
};

const once = (type: string): Promise<unknown> =>
  new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));

/** @param from - What counts: all, all but waiting for answers, or what comes after the last answer. */
async function measure(
  act: () => void,
  drawn?: Promise<unknown>,
  from: 'start' | 'own' | 'arrival' = 'own',
): Promise<Cost> {
  await paint();
  longTasks = 0;
  waited = 0;
  let start = performance.now();
  act();
  await drawn;
  if (from === 'arrival') start = arrived;
  if (from !== 'own') waited = 0;
  const script = performance.now() - start - waited;
  const painted = (await paint()) - start - waited;
  // Long tasks are told a little later.
  await new Promise((resolve) => setTimeout(resolve, 30));
  longTasks += observer.takeRecords().length;
  return { script, painted, longTasks };
}

function make(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

const button = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();

/** Attributes by name: whether a framework or a parser set them first says nothing about the result. */
function serialize(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const inner = [...node.childNodes].map(serialize).join('');
  if (!(node instanceof Element)) return inner;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  return `\n<${node.localName}${attributes.join('')}>${inner}</${node.localName}>`;
}

window.bench = {
  get requests() {
    return requests;
  },
  async insert(tag, attributes) {
    element = make(tag, attributes);
    const loaded = once('hasoffers-load');
    document.querySelector('main')?.append(element);
    await loaded;
    await paint();
  },
  async showPages(pages) {
    if (element instanceof VanillaList) return element.load(pages);
    // Not laid out meanwhile: only the end of it counts.
    element.hidden = true;
    for (let page = 1; page < pages; page += 1) {
      const loaded = once('hasoffers-load');
      button('button[part=pager]');
      await loaded;
    }
    element.hidden = false;
    await paint();
  },
  async render(pages) {
    const loaded = once('hasoffers-load');
    if (element instanceof VanillaList)
      return measure(() => void (element as VanillaList).load(pages), loaded, 'arrival');
    // An endpoint that is refused takes the list away; with the right one it comes back as it was, from bones.
    const endpoint = element.getAttribute('endpoint') ?? '';
    const failed = once('hasoffers-error');
    element.setAttribute('endpoint', 'https://sample.api.hasoffers.com/');
    await failed;
    return measure(() => element.setAttribute('endpoint', endpoint), loaded, 'arrival');
  },
  next: () => measure(() => button('[aria-label=Next]'), once('hasoffers-load')),
  type(text) {
    const input = element.shadowRoot?.querySelector('input') as HTMLInputElement;
    const drawn = element.localName === ours ? once('hasoffers-load') : undefined;
    return measure(() => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, drawn);
  },
  set: (attribute, value) => measure(() => element.setAttribute(attribute, value)),
  async fetchAhead(url) {
    await (await fetch(url)).text();
  },
  async weigh() {
    const { bytes } = await (performance as unknown as Weighing).measureUserAgentSpecificMemory();
    return bytes;
  },
  insertMany(tag, attributes, count) {
    const made = Array.from({ length: count }, () => make(tag, attributes));
    const loaded = Promise.all(
      made.map((each) => new Promise((resolve) => each.addEventListener('hasoffers-load', resolve, { once: true }))),
    );
    return measure(() => document.querySelector('main')?.append(...made), loaded, 'start');
  },
  async cycle(tag, attributes, cycles) {
    for (let done = 0; done < cycles; done += 1) {
      await this.insert(tag, attributes);
      element.remove();
    }
    element = document.createElement('p');
    // Until then the browser holds on to the last one.
    await paint();
  },
  serialize: () => serialize(element.shadowRoot as ShadowRoot).replace(/(role="status">)[^<]*/, '$1'),
};

customElements.define('vanilla-list', VanillaList);
void customElements.whenDefined(ours).then(() => {
  const { shadowRoot } = document.createElement(ours);
  const probe = document.createElement(ours);
  probe.hidden = true;
  document.body.append(probe);
  VanillaList.sheets = probe.shadowRoot?.adoptedStyleSheets ?? shadowRoot?.adoptedStyleSheets ?? [];
  probe.remove();
});
