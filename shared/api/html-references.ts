/**
 * Character references of HTML texts (HTML standard, 13.5 and 13.2.5.80), as far as networks write them.
 *
 * The package `entities` knows all 2,231 names, but its table alone is several times the size of the rest of the
 * client; the names here are those of Latin-1 and of the punctuation, arrows and signs that editors write.
 */

/** From U+00A0 on, one for each code point. HTML reads these, and those of `legacyAscii`, without a semicolon too. */
const latin1Names = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
  ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
  agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
  eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;

/** Not by `\s`, which takes the blanks that are characters of the table, too. */
const words = (list: string): readonly string[] => list.trim().split(/[ \n]+/);

const legacyAscii = { amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"' };

const legacy: ReadonlyMap<string, string> = new Map([
  ...Object.entries(legacyAscii),
  ...words(latin1Names).map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ['COPY', '©'],
  ['REG', '®'],
]);
const longestLegacy = 6;

/** Names that need their semicolon, each with its character behind it. */
const namedCharacters = `
  apos' excl! num# dollar$ percnt% lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@
  lsqb[ rsqb] lowbar_ verbar| ndash– mdash— horbar― hyphen‐ hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹
  rsaquo› dagger† Dagger‡ bull• permil‰ prime′ Prime″ euro€ trade™ numero№ OEligŒ oeligœ ScaronŠ scaronš ZcaronŽ
  zcaronž CcaronČ ccaronč YumlŸ LstrokŁ lstrokł inodotı imathı Idotİ GbreveĞ gbreveğ ScedilŞ scedilş fnofƒ circˆ
  tilde˜ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f larr← uarr↑ rarr→ darr↓ harr↔
  minus− le≤ ge≥ ne≠ asymp≈ infin∞ radic√ notin∉ star☆ starf★ check✓ cross✗ hearts♥ oline‾ frasl⁄ rArr⇒ sdot⋅ loz◊
  spades♠ clubs♣ diams♦`;

const named: ReadonlyMap<string, string> = new Map([
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ...words(namedCharacters).map((word): [string, string] => [word.slice(0, -1), word.slice(-1)]),
]);

/** What Windows-1252 has at 128 to 159: HTML reads numeric references in this range so. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromCode(code: number): string {
  if (code >= 128 && code <= 159) return windows1252.charAt(code - 128);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || isSurrogate ? '\ufffd' : String.fromCodePoint(code);
}

function fromName(name: string, semicolon: string, written: string): string {
  const whole = legacy.get(name) ?? (semicolon && named.get(name));
  if (whole) return whole;
  // `&notit;` is "¬it;": the longest name that needs no semicolon wins.
  for (let length = Math.min(longestLegacy, name.length - 1); length > 1; length--) {
    const character = legacy.get(name.slice(0, length));
    if (character) return character + name.slice(length) + semicolon;
  }
  return written;
}

/** Decodes character references once (`&amp;lt;` is `&lt;`), as a browser does in text. Unknown ones stay as they are. */
export const decodeReferences = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z][a-z0-9]*))(;?)/gi,
    (written: string, hex?: string, decimal?: string, name?: string, semicolon = '') => {
      if (name) return fromName(name, semicolon, written);
      return fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
