import { decodeReferences } from './html-references.js';

/**
 * What is never text with its content, comments, tags. Each alternative takes what never closes as well, so nothing is
 * scanned twice; a quoted value may hold a `>`.
 */
const markup =
  /<(script|style|template|title|textarea|iframe)\b.*?(?:<\/\1[^>]*>?|$)|<!--.*?(?:-->|$)|<[/!?a-z](?:=\s*(?:"[^"<]*"|'[^'<]*')|[^<>])*>?/gis;

/** Elements that begin a line. Every other one is inline and separates nothing. */
const blockTag =
  /<\/?(?:address|article|aside|blockquote|br|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|optgroup|option|p|pre|search|section|summary|table|tbody|tfoot|thead|tr|ul)(?![\w-])/i;

/** Cells of a row stand beside each other. */
const cellTag = /^<\/?t[dh](?![\w-])/i;

function toSeparator(tag: string, hiddenElement: string | undefined): string {
  if (hiddenElement) return '';
  if (blockTag.test(tag)) return '\n';
  return cellTag.test(tag) ? ' ' : '';
}

/** Where a link leads, if that is a page. */
const linkTag = /^<a\s(?:[\s\S]*?\s)?href\s*=\s*["']?(https?:\/\/[^"'\s<>]+)/i;

/**
 * Plain text of an HTML fragment, without a DOM: tags, comments, scripts and styles are dropped, blocks and `<br>`
 * become one line break, other blanks collapse, character references are decoded once (`&amp;lt;` is `&lt;`). Unknown
 * references stay as they are. Takes time in proportion to the length, however broken the markup is.
 *
 * The result is text: it may contain `<` and must never be read as HTML again.
 */
export const toText = (html: string): string => convert(html, toSeparator);

/** As {@link toText}, with the URL of each link to a page behind its text: `our terms (https://…)`. */
export function toTextWithLinks(html: string): string {
  let open: { readonly url: string; readonly start: number } | undefined;
  return convert(html, (tag, hiddenElement, offset, source) => {
    const before = open;
    const isLink = /^<\/?a(?![\w-])/i.test(tag);
    const url = linkTag.exec(tag)?.[1];
    if (isLink) open = url === undefined ? undefined : { url, start: offset + tag.length };
    const isNew = isLink && before && !source.slice(before.start, offset).includes(before.url);
    return `${isNew ? ` (${before.url})` : ''}${toSeparator(tag, hiddenElement)}`;
  });
}

/** @param replace - What stands in the place of a tag: gets what `String.replace` gives for `markup`. */
function convert(
  html: string,
  replace: (tag: string, hiddenElement: string | undefined, offset: number, source: string) => string,
): string {
  // Where there is block markup a line break in the source means nothing; without it, it is the author's own.
  const source = blockTag.test(html) ? html.replace(/\s+/g, ' ') : html;
  return decodeReferences(source.replace(markup, replace))
    .replace(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .trim();
}
