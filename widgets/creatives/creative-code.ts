import type { Creative } from '../../shared/api/creatives.js';
import type { SubIds } from '../../shared/api/tracking-link.js';
import type { CodeFormat } from './creatives.types.js';

/** What a creative's code is made of. */
export interface CodeParts {
  readonly creative: Creative;
  /** The network's link, as it wrote it. */
  readonly link: string;
  readonly offerId: string;
  readonly params: SubIds;
}

/** The form in which a creative can be copied: the network's own HTML has no other, and without it there is only the link. */
export function formatFor({ type, code }: Creative, format: CodeFormat): CodeFormat {
  if (type === 'image' || type === 'file' || format === 'url') return format;
  return code === null ? 'url' : 'html';
}

/** The text that an affiliate copies. What a browser or a Markdown parser makes of it has the link byte by byte. */
export function buildCode(format: CodeFormat, parts: CodeParts): string {
  const { creative, link } = parts;
  const possible = formatFor(creative, format);
  if (possible === 'url') return link;
  if (possible === 'markdown') return toMarkdown(creative, link);
  return creative.code === null ? toHtml(creative, link) : fillIn(creative.code, parts);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

const pictureOf = ({ type, url }: Creative): string | null => (type === 'image' ? url : null);

function toHtml(creative: Creative, link: string): string {
  const { name, width, height } = creative;
  const picture = pictureOf(creative);
  const size = width && height ? ` width="${width}" height="${height}"` : '';
  const content = picture ? `<img src="${escapeHtml(picture)}"${size} alt="${escapeHtml(name)}">` : escapeHtml(name);
  return `<a href="${escapeHtml(link)}" rel="sponsored nofollow noopener">${content}</a>`;
}

/**
 * Signs that mean something inside a link's text, as character references, which never do (CommonMark, 2.5). Backslashes
 * are understood less well: with some of them before brackets, marked finds other links than CommonMark.
 */
const escapeMarkdown = (text: string): string =>
  text.replace(/[&<>[\]\\`*_~!|]/g, (sign) => entities[sign] ?? `&#${sign.charCodeAt(0)};`);

/** A link's target; `&copy;` in one would be read as a sign. */
const toTarget = (url: string): string =>
  url
    .replace(/\s/g, encodeURIComponent)
    .replace(/&(?=[#\w]+;)/g, '&amp;')
    .replace(/[<>()]/g, '\\$&');

function toMarkdown(creative: Creative, link: string): string {
  const picture = pictureOf(creative);
  const name = escapeMarkdown(creative.name);
  return `[${picture ? `![${name}](${toTarget(picture)})` : name}](${toTarget(link)})`;
}

/** The API tells nobody whose link it is, but the usual form of links does. */
const affiliateIdOf = (link: string): string | undefined => new URL(link).searchParams.get('aff_id') ?? undefined;

const macroPattern = /\{[a-z][a-z0-9_]*\}/g;

/** HasOffers docs: "Creative macros". `undefined` where nobody knows the value here. */
const macros: Readonly<Record<string, (parts: CodeParts) => string | undefined>> = {
  '{tracking_link}': ({ link }) => link,
  '{etracking_link}': ({ link }) => encodeURIComponent(link),
  '{affiliate_id}': ({ link }) => affiliateIdOf(link),
  '{aff_id}': ({ link }) => affiliateIdOf(link),
  '{offer_id}': ({ offerId }) => offerId,
  '{creative_id}': ({ creative }) => creative.id,
  '{file_id}': ({ creative }) => creative.id,
  '{source}': ({ params }) => params.source ?? '',
  '{aff_sub}': ({ params }) => params.aff_sub ?? '',
  '{aff_sub2}': ({ params }) => params.aff_sub2 ?? '',
  '{aff_sub3}': ({ params }) => params.aff_sub3 ?? '',
  '{aff_sub4}': ({ params }) => params.aff_sub4 ?? '',
  '{aff_sub5}': ({ params }) => params.aff_sub5 ?? '',
};

/** The network's HTML with its macros filled in, escaped as in the attributes where they stand. */
const fillIn = (code: string, parts: CodeParts): string =>
  code.replace(macroPattern, (macro) => {
    const value = Object.hasOwn(macros, macro) ? macros[macro]?.(parts) : undefined;
    return value === undefined ? macro : escapeHtml(value);
  });

/**
 * Macros that stay as they are, each once: only the network knows their values.
 *
 * @param text - The code, with or without the others filled in.
 */
export const keptMacros = (text: string, isFilledIn: boolean): readonly string[] => [
  ...new Set(text.match(macroPattern)?.filter((macro) => isFilledIn || !Object.hasOwn(macros, macro))),
];
