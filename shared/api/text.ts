/** Comments, scripts and styles with their content, tags. Each alternative takes what never closes as well, so nothing is scanned twice. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1[^>]*>?|$)|<[/!?a-z](?:[^<>=]+|="[^"<]*"|='[^'<]*'|=)*>?/gi;
const lineBreak =
  /^<\/?(?:address|article|blockquote|br|d[dlt]|div|footer|h\d|header|hr|li|ol|p|pre|section|table|tr|ul)\b/i;
const reference = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+)\d*);/gi;

const accents: { readonly [name: string]: string } = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
};

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
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    times: '×',
    deg: '°',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    szlig: 'ß',
    aelig: 'æ',
    oslash: 'ø',
    Oslash: 'Ø',
    iexcl: '¡',
    iquest: '¿',
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
  const source = /<(?:br|div|li|p)\b/i.test(html) ? html.replace(/\s+/g, ' ') : html;
  return source
    .replace(markup, (tag) => (lineBreak.test(tag) ? '\n' : ''))
    .replace(reference, (written, decimal, hexadecimal, name) =>
      name ? toCharacters(name, written) : toCharacter(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function toCharacters(name: string, written: string): string {
  const [, letter = '', accent = ''] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
  const mark = Object.hasOwn(accents, accent) ? accents[accent] : undefined;
  return mark ? (letter + mark).normalize('NFC') : (names.get(name) ?? written);
}

function toCharacter(code: number): string {
  // As browsers do: references to 128..159 mean Windows' letters, which old editors wrote ("&#146;" for an apostrophe).
  if (code > 127 && code < 160) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const valid = code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}
