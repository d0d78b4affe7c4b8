type Attributes = Readonly<Record<string, string>>;

/** The commands of a page of the bench. Times are milliseconds. */
export interface Probe {
  /** Replaces the element by a new one and waits until its data is painted. */
  insert(tag: string, attributes: Attributes): Promise<void>;
  /** The same. @returns Time from the arrival of the data until it is painted: script, style, layout, paint. */
  render(tag: string, attributes: Attributes): Promise<number>;
  /** Presses "Show more" so many times. @returns Time from each press until its offers are painted, summed up. */
  showMore(times: number): Promise<number>;
  /** Inserts an element and removes it when its data is painted, so many times. */
  insertAndRemove(tag: string, attributes: Attributes, times: number): Promise<void>;
  /** The shadow root as text, one element on a line, attributes sorted. */
  serialize(): string;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

const bodies = new Map<string, string>();
const originalFetch = window.fetch.bind(window);
let arrivedAt = 0;
let element: HTMLElement | undefined;

/** Resolves with the time when what is in the DOM now has been painted. */
const painted = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

/** Each response comes from the network once, then from memory: the network is not what is measured. */
window.fetch = async (input) => {
  const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input, location.href);
  const key = `${pathname} ${searchParams.get('limit')}`;
  const body = bodies.get(key) ?? (await (await originalFetch(input)).text());
  bodies.set(key, body);
  // As with a real response, the loading state is painted before it comes.
  await painted();
  arrivedAt = performance.now();
  return new Response(body, { headers: { 'content-type': 'application/json' } });
};

const loaded = (target: HTMLElement): Promise<unknown> =>
  new Promise((resolve) => target.addEventListener('hasoffers-load', resolve, { once: true }));

async function insert(tag: string, attributes: Attributes): Promise<void> {
  element?.remove();
  await painted();
  element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const load = loaded(element);
  document.querySelector('main')?.append(element);
  await load;
}

function serializeNode(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const content = [...node.childNodes].map(serializeNode).join('');
  if (!(node instanceof Element)) return content;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  return `\n<${node.localName}${attributes.join('')}>${content}`;
}

window.probe = {
  async insert(tag, attributes) {
    await insert(tag, attributes);
    await painted();
  },
  async render(tag, attributes) {
    arrivedAt = Number.NaN;
    await insert(tag, attributes);
    const time = (await painted()) - arrivedAt;
    if (Number.isNaN(time)) throw new Error('The element did not fetch its data.');
    return time;
  },
  async showMore(times) {
    let total = 0;
    for (let press = 0; press < times; press += 1) {
      const button = element?.shadowRoot?.querySelector<HTMLElement>('button[part=pager]');
      if (!element || !button) throw new Error('There is no "Show more".');
      await painted();
      const load = loaded(element);
      const start = performance.now();
      button.click();
      await load;
      total += (await painted()) - start;
    }
    return total;
  },
  async insertAndRemove(tag, attributes, times) {
    for (let cycle = 0; cycle < times; cycle += 1) await this.insert(tag, attributes);
    element?.remove();
    element = undefined;
    // Until then the browser holds on to the last one.
    await painted();
  },
  serialize: () => serializeNode(element?.shadowRoot as ShadowRoot).trim(),
};
