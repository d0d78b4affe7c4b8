/**
 * Character references of HTML texts (HTML standard, 13.5 and 13.2.5.80), as far as networks write them.
 *
 * The package `entities` knows all 2,231 names, but its table alone is several times the size of the rest of the
 * client; the names here are those of letters with accents, of Latin-1, and of the punctuation, arrows and signs that
 * editors write.
 */

/** Of U+00A0 to U+00BF, one for each code point. */
const latin1Names = `
  nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest`;

/** Not by `\s`, which takes the blanks that are characters of the table, too. */
const words = (list: string): readonly string[] => list.trim().split(/[ \n]+/);

/** Names, each with its character behind it. */
const toCharacters = (list: string): [string, string][] =>
  words(list).map((word) => [word.slice(0, -1), word.slice(-1)]);

/** HTML reads these without a semicolon too. */
const legacy: ReadonlyMap<string, string> = new Map([
  ...words(latin1Names).map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ...toCharacters(`
    amp& AMP& lt< LT< gt> GT> quot" QUOT" COPY© REG® AEligÆ aeligæ ETHÐ ethð times× divide÷ OslashØ oslashø
    THORNÞ thornþ szligß`),
]);
const longestLegacy = 6;

/** Names that need their semicolon. */
const named: ReadonlyMap<string, string> = new Map([
  ['NewLine', '\n'],
  ...toCharacters(`
    Tab\t apos' excl! num# dollar$ percnt% lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@
    lsqb[ rsqb] lowbar_ verbar| ndash– mdash— horbar― hyphen‐ hellip… lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹
    rsaquo› dagger† Dagger‡ bull• permil‰ prime′ Prime″ euro€ trade™ numero№ OEligŒ oeligœ LstrokŁ lstrokł DstrokĐ
    dstrokđ inodotı imathı fnofƒ circˆ tilde˜ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e
    rlm\u200f larr← uarr↑ rarr→ darr↓ harr↔ minus− le≤ ge≥ ne≠ asymp≈ infin∞ radic√ notin∉ star☆ starf★ check✓ cross✗
    hearts♥ oline‾ frasl⁄ rArr⇒ sdot⋅ loz◊ odot⊙ spades♠ clubs♣ diams♦`),
]);

/** The other letters are named by what is on them: `eacute`, `Ccaron`. Each with the mark that combines with the letter. */
const accents: ReadonlyMap<string, string> = new Map(
  toCharacters(
    'grave\u0300 acute\u0301 circ\u0302 tilde\u0303 macr\u0304 breve\u0306 dot\u0307 uml\u0308 ring\u030a dblac\u030b caron\u030c cedil\u0327 ogon\u0328',
  ),
);

/** A letter with an accent: one character, as no name is of a pair that Unicode does not have. */
function composeLetter(name: string): string | undefined {
  const accent = accents.get(name.slice(1));
  const letter = accent && (name.charAt(0) + accent).normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}

/** What Windows-1252 has at 128 to 159: HTML reads numeric references in this range so. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function fromCode(code: number): string {
  if (code >= 128 && code <= 159) return windows1252.charAt(code - 128);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || code > 0x10ffff || isSurrogate ? '\ufffd' : String.fromCodePoint(code);
}

/** What HTML reads without a semicolon: the letters of Latin-1 are among them, those beyond are not. */
function fromLegacyName(name: string): string | undefined {
  const letter = composeLetter(name);
  return legacy.get(name) ?? (letter && letter <= 'ÿ' ? letter : undefined);
}

function fromName(name: string, semicolon: string, written: string): string {
  const whole = fromLegacyName(name) ?? (semicolon && (named.get(name) ?? composeLetter(name)));
  if (whole) return whole;
  // `&notit;` is "¬it;": the longest name that needs no semicolon wins.
  for (let length = Math.min(longestLegacy, name.length - 1); length > 1; length--) {
    const character = fromLegacyName(name.slice(0, length));
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
