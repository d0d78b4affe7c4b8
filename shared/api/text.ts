/** Scripts and styles with their content, comments, tags. Each alternative takes what never closes as well, so nothing is scanned twice. */
const markup = /<(script|style)\b.*?(<\/\1[^>]*>?|$)|<!--.*?(-->|$)|<[/!?a-z][^<>]*>?/gis;
const block = /<\/?(p|br|[hlt]|d[dit]|[ou]l)/i;

/**
 * The names that editors write most, each before what it stands for. The last ones are marks, which follow the letter
 * they belong to (`&eacute;`). Other names stay as they are.
 */
const names =
  'amp&lt<gt>quot"apos\'nbsp\u00a0ndash–mdash—hellip…lsquo‘rsquo’ldquo“rdquo”euro€pound£copy©reg®trade™bull•' +
  'grave\u0300acute\u0301circ\u0302tilde\u0303uml\u0308ring\u030acedil\u0327';
const find = (name: string): string | undefined => RegExp(`\\b${name}([^a-z])`, 'i').exec(names)?.[1];

/**
 * Plain text of an HTML fragment, without a DOM: tags, comments, scripts and styles are dropped, blocks and `<br>`
 * become one line break, other blanks collapse, character references are decoded once (`&amp;lt;` is `&lt;`). Unknown
 * references stay as they are. Takes time in proportion to the length, however broken the markup is.
 *
 * The result is text: it may contain `<` and must never be read as HTML again.
 */
export const toText = (html: string): string =>
  // Where there is block markup a line break in the source means nothing; without it, it is the author's own.
  (block.test(html) ? html.replace(/\s+/g, ' ') : html)
    .replace(markup, (tag, hidden) => (!hidden && block.test(tag) ? '\n' : ''))
    .replace(/&(#?)(\w+);/g, (written, numeric, name) => {
      // `#38` and `#x26`: with a zero before, JavaScript reads both.
      const code = Number(`0${name}`);
      if (numeric) return code < 0x110000 ? String.fromCodePoint(code) : written;
      const mark = find(name.slice(1));
      return find(name) ?? (mark && mark > '\u02ff' && mark < '\u0400' ? (name[0] + mark).normalize() : written);
    })
    .replace(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .trim();
