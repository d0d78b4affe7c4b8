import { decodeReferences } from './html-references.js';

/**
 * What is never text with its content, comments, tags. Each alternative takes what never closes as well, so nothing is
 * scanned twice; a quoted value may hold a `>`.
 */
const markup =
  /<(script|style|template|title|textarea|iframe)\b.*?(<\/\1[^>]*>?|$)|<!--.*?(-->|$)|<[/!?a-z](?:=\s*(?:"[^"<]*"|'[^'<]*')|[^<>])*>?/gis;

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

/**
 * Plain text of an HTML fragment, without a DOM: tags, comments, scripts and styles are dropped, blocks and `<br>`
 * become one line break, other blanks collapse, character references are decoded once (`&amp;lt;` is `&lt;`). Unknown
 * references stay as they are. Takes time in proportion to the length, however broken the markup is.
 *
 * The result is text: it may contain `<` and must never be read as HTML again.
 */
export function toText(html: string): string {
  // Where there is block markup a line break in the source means nothing; without it, it is the author's own.
  const source = blockTag.test(html) ? html.replace(/\s+/g, ' ') : html;
  return decodeReferences(source.replace(markup, toSeparator))
    .replace(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .trim();
}
