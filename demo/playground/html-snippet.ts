import type { Source } from './configuration.js';
import { toAttribute, tokenSetting, writeCss, writeElement } from './markup.js';
import type { SnippetParts } from './snippets.js';

const cdns = { jsdelivr: 'https://cdn.jsdelivr.net/npm', unpkg: 'https://unpkg.com' };

/**
 * Where a page finds the script, with its version: a new one has another address, or pages that name the old one's hash
 * would be left without widgets.
 *
 * @param file - Its name in the package's `dist`.
 * @param own - Its address on the visitor's own site.
 */
export const toScriptAddress = (source: Source, file: string, own: string, version: string): string =>
  source === 'site'
    ? `${own}${own.includes('?') ? '&' : '?'}v=${version}`
    : `${cdns[source]}/hasoffers-widgets@${version}/dist/${file}`;

/** What speeds up a site looks for these on a script that it is to leave alone; the first counts only before `src`. */
const leaveAlone = ['data-cfasync="false"', 'data-no-optimize="1"', 'class="nowprocket"'];

/**
 * The content of the snippet's inline script, which a policy names by its hash. An assignment configures before the
 * other scripts have run as well as after it, and keeps what they have set.
 */
export const tokenScript = `
window.HasOffersWidgets = {
  ...window.HasOffersWidgets,
  ${tokenSetting}
};
`;

/** The content of the snippet's style element, which a policy names by its hash: its look, and the place it takes. */
export function writeStyle({ configuration, heights }: Pick<SnippetParts, 'configuration' | 'heights'>): string {
  const rules = [writeCss(configuration), heights && writePlace(configuration.element, heights)].filter(Boolean);
  return rules.length > 0 ? `\n${rules.join('\n')}\n` : '';
}

/** Until the script has run the browser gives an element no height, and what follows would move. */
function writePlace(element: string, { phone, page }: NonNullable<SnippetParts['heights']>): string {
  const selector = `${element}:not(:defined)`;
  const rule = `${selector} {\n  display: block;\n  min-height: ${phone}px;\n}`;
  return page === phone
    ? rule
    : `${rule}\n@media (min-width: 600px) {\n  ${selector} {\n    min-height: ${page}px;\n  }\n}`;
}

/** @param mayBeRewritten - Something on the visitor's site may change the file: a hash would stop the script. */
export function writeHtml(parts: SnippetParts, { mayBeRewritten }: { readonly mayBeRewritten: boolean }): string {
  const { configuration, endpoint, integrity, script, source, locale, isSignedIn } = parts;
  const hasIntegrity = source !== 'site' || !mayBeRewritten;
  const style = writeStyle(parts);
  // No empty lines: some editors make paragraphs of them.
  return [
    ...writeConnections(parts),
    ...(style ? [`<style>${style}</style>`] : []),
    // First, for what runs scripts one after the other: an element would ask without a token.
    ...(isSignedIn ? [`<script ${leaveAlone.join(' ')}>${tokenScript}</script>`] : []),
    writeScript({ src: script, integrity: hasIntegrity && integrity, endpoint }),
    ...(locale
      ? [writeScript({ src: toLocaleAddress(script, locale.language), integrity: hasIntegrity && locale.integrity })]
      : []),
    writeElement({ ...configuration, attributes: { endpoint, ...configuration.attributes } }),
  ].join('\n');
}

/** For hosts that the page asks once the script has run, unless it is connected to them already: the first data comes sooner. */
function writeConnections({ script, source, endpoint, pictures }: SnippetParts): readonly string[] {
  const site = source === 'site' ? toOrigin(script) : undefined;
  const link = (origin: string | undefined, how: string) =>
    origin && origin !== site ? [`<link rel="preconnect" href="${origin}"${how}>`] : [];
  return [...link(toOrigin(endpoint), ' crossorigin'), ...pictures.flatMap((origin) => link(origin, ''))];
}

const toOrigin = (address: string) => (URL.canParse(address) ? new URL(address).origin : undefined);

const toLocaleAddress = (script: string, language: string) =>
  script.replace(/[^/]*(\?.*)?$/, '').concat(`locales/${language}.js`);

interface Script {
  readonly src: string;
  /** Needs CORS on the script's host. */
  readonly integrity: string | false;
  readonly endpoint?: string;
}

const writeScript = ({ src, integrity, endpoint }: Script): string =>
  [
    '<script',
    ...leaveAlone.map((attribute) => `  ${attribute}`),
    `  src="${toAttribute(src)}"`,
    ...(integrity ? [`  integrity="${integrity}"`, '  crossorigin="anonymous"'] : []),
    ...(endpoint === undefined ? [] : [`  data-endpoint="${toAttribute(endpoint)}"`]),
    '  defer',
    '></script>',
  ].join('\n');

/** What Wix asks for in its dialogues instead of HTML. */
export const writeWix = ({ script, endpoint, configuration: { element, attributes } }: SnippetParts): string =>
  [
    `Server URL: ${script}`,
    `Tag name: ${element}`,
    'Attributes:',
    ...Object.entries({ endpoint, ...attributes }).map(([name, value]) => `  ${name} = ${value}`),
  ].join('\n');
