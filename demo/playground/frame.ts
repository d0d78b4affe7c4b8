import type { Built } from '../site/built-script.js';
import type { Configuration, Width } from './configuration.js';
import type { Colour } from './contrast.js';
import { toCssValue } from './markup.js';
import type { SnippetParts } from './snippets.js';

const rightToLeft = /^(ar|he|fa|ur|yi|dv|ps|sd|ug|ckb)\b/;

/** Where the demo serves an element's data. */
export const endpointOf = ({ isSignedIn }: { readonly isSignedIn: boolean }): string =>
  isSignedIn ? '/hasoffers/portal' : '/hasoffers';

/** The demo's server mints it for whoever looks at the playground: the data is invented. */
const getToken = async (): Promise<string> => (await fetch('/playground/token', { method: 'POST' })).text();

/** Puts a configuration on the page in the frame: the element stays the same one, and the page is never loaded again. */
export function showInFrame(
  page: Document,
  configuration: Configuration,
  locales: Built['locales'],
  isSignedIn: boolean,
): void {
  const { element: tag, attributes, tokens, preview } = configuration;
  const root = page.documentElement;
  root.dataset.host = preview.host;
  root.lang = preview.language;
  root.dir = rightToLeft.test(preview.language) ? 'rtl' : 'ltr';
  addLocale(page, preview.language, locales);

  const place = page.querySelector<HTMLElement>('#place');
  if (!place) return;
  for (const name of [...place.style]) if (!(name in tokens)) place.style.removeProperty(name);
  for (const [name, value] of Object.entries(tokens)) place.style.setProperty(name, toCssValue(value));

  let element = place.querySelector(tag);
  if (!element) {
    const { HasOffersWidgets } = page.defaultView ?? {};
    HasOffersWidgets?.configure({ endpoint: endpointOf({ isSignedIn }), ...(isSignedIn && { token: getToken }) });
    element = page.createElement(tag);
    setAttributes(element, attributes);
    place.replaceChildren(element);
  } else setAttributes(element, attributes);
}

function setAttributes(element: Element, attributes: Configuration['attributes']): void {
  for (const name of element.getAttributeNames()) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** The pack for a language, if there is one: once it is here it stays, as it does no harm. */
function addLocale(page: Document, language: string, locales: Built['locales']): void {
  if (!locales.some((locale) => locale.language === language)) return;
  const src = `/locales/${language}.js`;
  if (page.querySelector(`script[src="${src}"]`)) return;
  const script = page.createElement('script');
  script.src = src;
  page.head.append(script);
}

/** What a snippet takes from the preview. */
export interface Seen extends Pick<SnippetParts, 'pictures' | 'heights'> {
  /** Its tag. */
  readonly element: string;
}

/** Columns on most phones, and on a page where the window of whoever looks at the playground is too narrow to tell. */
const columns = { phone: '328px', page: '720px' };

/** What can be seen of the element now; `undefined` while it loads. @param width - As it was chosen for the preview. */
export function readSeen(page: Document, width: Width): Seen | undefined {
  const place = page.querySelector<HTMLElement>('#place');
  const element = place?.firstElementChild;
  if (!element || element.matches(':state(idle), :state(loading)')) return undefined;
  const pictures = [...(element.shadowRoot?.querySelectorAll('img') ?? [])];
  const origins = [...new Set(pictures.map(({ src }) => new URL(src, page.baseURI).origin))].sort();
  const seen = { element: element.localName, pictures: origins };
  if (!element.matches(':state(ready)')) return seen;
  const isTooNarrow = width === 'fit' && place.clientWidth < 600;
  // All within one frame: the browser paints none of these widths.
  const [phone = 0, whole = 0] = [columns.phone, isTooNarrow ? columns.page : ''].map((column) => {
    place.style.width = column;
    return Math.round(element.getBoundingClientRect().height);
  });
  place.style.width = '';
  return { ...seen, heights: { phone, page: whole } };
}

/** Calls when something of the element can have changed: data came, or its size is another. */
export function watchFrame(page: Document, onChange: () => void): void {
  const { defaultView: view } = page;
  const place = page.querySelector('#place');
  if (!view || !place) return;
  // The event comes before the browser has made the pictures.
  place.addEventListener('hasoffers-load', () => view.requestAnimationFrame(onChange));
  new (view as typeof window & typeof globalThis).ResizeObserver(onChange).observe(place);
}

/**
 * What variables come to on the page in the frame, whatever formulas they are made of.
 *
 * @param tokens - All of them with their defaults: one may be made of others.
 * @returns By name without `--hasoffers-`, and `page` for what the host has behind the element.
 */
export function readColours(
  page: Document,
  tokens: readonly { readonly name: string; readonly fallback: string }[],
  theme: string | undefined,
): ReadonlyMap<string, Colour> {
  const view = page.defaultView;
  const place = page.querySelector<HTMLElement>('#place');
  const colours = new Map<string, Colour>();
  if (!view || !place) return colours;
  // One for each, so that the browser works out all styles at once.
  const holder = page.createElement('div');
  holder.hidden = true;
  if (theme === 'light' || theme === 'dark') holder.style.colorScheme = theme;
  for (const { name, fallback } of tokens) {
    if (!place.style.getPropertyValue(name)) holder.style.setProperty(name, fallback);
  }
  const probes = tokens.map(({ name }) => {
    const probe = page.createElement('i');
    probe.style.color = `var(${name})`;
    holder.append(probe);
    return { name: name.replace('--hasoffers-', ''), probe };
  });
  place.append(holder);
  for (const { name, probe } of probes) colours.set(name, toColour(view.getComputedStyle(probe).color));
  holder.remove();
  colours.set('page', toColour(view.getComputedStyle(page.body).backgroundColor));
  return colours;
}

let pen: OffscreenCanvasRenderingContext2D | null = null;

/** Any colour of CSS, as a screen shows it. */
function toColour(css: string): Colour {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pen) return [0, 0, 0, 1];
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = css;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** For `<input type="color">`, which knows no transparency. */
export const toHex = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
