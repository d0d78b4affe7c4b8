/** All that a visitor of the playground has chosen; its address says it all, so that it can be shared. */
export interface Configuration {
  readonly element: string;
  /** Attributes that are set, by name; a flag that is set is the empty text. */
  readonly attributes: Readonly<Record<string, string>>;
  /** `--hasoffers-*` that are set. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Where the files of the visitor's own site are; empty for the demo's. */
  readonly addresses: Addresses;
  readonly preview: Preview;
}

export interface Addresses {
  readonly source: Source;
  readonly script: string;
  readonly endpoint: string;
}

/** Who serves the script: the visitor's own site, or a CDN that serves what npm has. */
export const sources = ['site', 'jsdelivr', 'unpkg'] as const;
export type Source = (typeof sources)[number];

/** Where the element is looked at; no part of the snippet but for the language. */
export interface Preview {
  readonly host: Host;
  readonly width: Width;
  /** Per cent of the usual size. */
  readonly text: TextSize;
  /** BCP 47. */
  readonly language: string;
}

export const hosts = ['plain', 'blog', 'dashboard', 'shop'] as const;
export type Host = (typeof hosts)[number];
export const widths = ['fit', '360', '768', '1280'] as const;
export type Width = (typeof widths)[number];
export const textSizes = ['100', '150', '200', '400'] as const;
export type TextSize = (typeof textSizes)[number];

export const usualPreview: Preview = { host: 'plain', width: 'fit', text: '100', language: 'en' };

/** Names of the page's own, apart from any attribute by their first letter. */
const names = {
  element: '_element',
  source: '_source',
  script: '_script',
  endpoint: '_endpoint',
  host: '_host',
  width: '_width',
  text: '_text',
  language: '_language',
} as const;

/** The query of a page's address, without what is as usual. */
export function writeQuery({ element, attributes, tokens, addresses, preview }: Configuration): string {
  const query = new URLSearchParams();
  query.set(names.element, element);
  for (const [name, value] of Object.entries(attributes)) query.set(name, value);
  for (const [name, value] of Object.entries(tokens)) query.set(name, value);
  if (addresses.source !== 'site') query.set(names.source, addresses.source);
  for (const name of ['script', 'endpoint'] as const) if (addresses[name]) query.set(names[name], addresses[name]);
  for (const name of ['host', 'width', 'text', 'language'] as const) {
    if (preview[name] !== usualPreview[name]) query.set(names[name], preview[name]);
  }
  return query.toString();
}

/** What an element cannot do without, with what the sample network has for it. */
export const firstAttributes = (tag: string): Readonly<Record<string, string>> =>
  tag === 'hasoffers-offer' || tag === 'hasoffers-creatives' ? { offer: '1004' } : {};

/** What exists, for reading an address: anybody can write anything into one. */
export interface Known {
  readonly tag: string;
  readonly attributes: readonly { readonly name: string }[];
  readonly tokens: readonly { readonly name: string }[];
}

/** The configuration in a page's address; what is not known is left out. The first element is the usual one. */
export function readQuery(text: string, elements: readonly Known[], usual: string): Configuration {
  const query = new URLSearchParams(text);
  const asked = query.get(names.element);
  const known = elements.find(({ tag }) => tag === asked) ?? elements.find(({ tag }) => tag === usual);
  // In the order in which they were set.
  const pick = (all: readonly { readonly name: string }[] = []) =>
    Object.fromEntries([...query].filter(([name]) => all.some((each) => each.name === name)));
  const among = <Word extends string>(words: readonly Word[], name: string, fallback: Word): Word =>
    words.find((word) => word === query.get(name)) ?? fallback;
  const language = query.get(names.language) ?? '';
  return {
    element: known?.tag ?? usual,
    attributes: { ...firstAttributes(known?.tag ?? usual), ...pick(known?.attributes) },
    tokens: pick(known?.tokens),
    addresses: {
      source: among(sources, names.source, 'site'),
      script: query.get(names.script) ?? '',
      endpoint: query.get(names.endpoint) ?? '',
    },
    preview: {
      host: among(hosts, names.host, usualPreview.host),
      width: among(widths, names.width, usualPreview.width),
      text: among(textSizes, names.text, usualPreview.text),
      language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : usualPreview.language,
    },
  };
}

/** A copy with one entry set, or without it. */
export function withEntry(
  entries: Readonly<Record<string, string>>,
  name: string,
  value: string | undefined,
): Readonly<Record<string, string>> {
  const { [name]: _, ...others } = entries;
  return value === undefined ? others : { ...entries, [name]: value };
}
