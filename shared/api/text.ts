/** Comments, scripts and styles with their content, tags. Each alternative takes what never closes as well, so nothing is scanned twice. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1[^>]*>?|$)|<[/!?a-z](?:[^<>=]+|="[^"<]*"|='[^'<]*'|=)*>?/gi;
const block = /<\/?(?:blockquote|br|d[dlt]|div|h\d|hr|li|[ou]l|p|table|tr)\b/i;
const reference = /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi;

/** The names that editors write most. The last ones are marks, which follow the letter they belong to (`&eacute;`). */
const names = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    euro: '€',
    pound: '£',
    szlig: 'ß',
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030a',
    cedil: '\u0327',
  }),
);

/**
 * Plain text of an HTML fragment, without a DOM: tags, comments, scripts and styles are dropped, blocks and `<br>`
 * become one line break, other blanks collapse, character references are decoded once (`&amp;lt;` is `&lt;`). Unknown
 * references stay as they are. Takes time in proportion to the length, however broken the markup is.
 *
 * The result is text: it may contain `<` and must never be read as HTML again.
 */
export function toText(html: string): string {
  // Where there is block markup a line break in the source means nothing; without it, it is the author's own.
  return (block.test(html) ? html.replace(/\s+/g, ' ') : html)
    .replace(markup, (tag, hidden) => (!hidden && block.test(tag) ? '\n' : ''))
    .replace(reference, (written, decimal, hexadecimal, name) =>
      name ? toCharacters(name, written) : toCharacter(decimal ?? `0x${hexadecimal}`),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function toCharacters(name: string, written: string): string {
  const mark = names.get(name.slice(1)) ?? '';
  return names.get(name) ?? (/\p{M}/u.test(mark) ? (name[0] + mark).normalize() : written);
}

function toCharacter(written: string): string {
  const code = Number(written);
  // As browsers do: these numbers mean Windows' letters, which old editors wrote ("&#146;" for an apostrophe).
  if (code > 144 && code < 152) return '‘’“”•–—'.charAt(code - 145);
  return code && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
