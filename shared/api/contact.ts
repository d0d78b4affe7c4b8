/**
 * Contact fields are free text: people write labels, extensions, two numbers, names and remarks into them. The text is
 * shown as it is; these functions find what a link can dial or write to.
 */

/** Longer fields are no contact, and would take time. */
const maxLength = 500;

/** Arabic and Persian digits as those a telephone takes; full-width forms as plain ones. */
const toPlainDigits = (text: string): string =>
  text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => `${digit.charCodeAt(0) & 15}`);

/** `+49 (0)30`, `+49 (030)`: the zero is dialed only inside the country. Italy (39) dials that of its area codes. */
const trunkZero = /((?:\+|\b00)\P{L}{1,6}?)[([]\s*0(?<!39\D*0)(?:\s*[)\]]|(?=[\d\s]+[)\]]))/gu;

/** A number with the blanks and signs that group it; a line break or a tab ends it. */
const numberRun = /\+? ?[([]?\+?\d(?:[ ()[\].\-\u2010-\u2015\u2212/·]*\d)*/g;

/** What separates two numbers once the first is long enough: `0100 / 0101`, `0100 - 0101`, `0100 (555)`, `0171/123 0172/…`. */
const numberSeparator = /(?<=\/.*)[ \t](?=0\d{2,4} ?\/)|\/|[ \t][-\u2010-\u2015\u2212][ \t]|\(/g;
const standsAlone = 7;

const extensionWord = /^[ \t,;.(-]*(?:extension|ext|x|durchwahl|dw|poste|anexo|int)(?![a-z]{2})/i;
/** `1-800-FLOWERS`, `1 800 FLOWERS`: letters that belong to the number. */
const attachedLetters = /^[.\-\u2010-\u2015]?\p{L}/u;
const capitals = /^[ \t]\p{Lu}{3,7}(?!\p{L})/u;

/** E.164 has 15 digits at most; `00` before them is a prefix of the caller's country. */
const maxDigits = (digits: string): number => (digits.startsWith('00') ? 17 : 15);

/** Shorter ones (`110`, `Tel. 110`) are numbers only where nothing but a label is beside them; `Room 204` is none. */
const minDigits = 6;
const label = /^[\s(]*(?:\p{L}{1,10}[.:]+\s*)?$/u;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The part of a run that is its first number. */
function firstNumber(run: string): string {
  for (const { index } of run.matchAll(numberSeparator)) {
    if (digitsOf(run.slice(0, index)).length >= standsAlone) return run.slice(0, index);
  }
  return run;
}

/**
 * The first telephone number in a text, as digits with a leading `+` where it has one: what may follow `tel:`. `null`
 * where no single number can be recognised, as with vanity letters or with remarks.
 *
 * @example toDialable('Tel: +49 (0)30 7540002 ext. 5') // '+49307540002'
 */
export function toDialable(text: string): string | null {
  const plain = toPlainDigits(text.slice(0, maxLength)).replace(trunkZero, '$1 ');
  for (const { 0: run, index } of plain.matchAll(numberRun)) {
    const after = plain.slice(index + run.length);
    const number = firstNumber(run);
    const digits = digitsOf(number);
    const isWhole = number === run;
    const isExtension = extensionWord.test(after);
    const isVanity =
      isWhole &&
      !isExtension &&
      (attachedLetters.test(after) || (digits.length <= standsAlone && capitals.test(after)));
    const isShort = digits.length < minDigits;
    const before = plain.slice(0, index);
    const isAlone = label.test(before) && !extensionWord.test(before) && !/[^\s)\]]/.test(after);
    if (isVanity || digits.length > maxDigits(digits) || digits.length < 3 || (isShort && !isAlone)) continue;
    return number.includes('+') ? `+${digits}` : digits;
  }
  return null;
}

/**
 * An address by the letters that need no escape after `mailto:`. It has to begin where a word does, so that the header
 * of `?bcc=x@y.example` is not taken for one, and to end where its domain does and no escape or second `@` follows.
 */
const address =
  /(?<![\p{L}\p{N}.#$%&+=?^_`~@])[\p{L}\p{N}_](?:[./]?[\p{L}\p{N}!$*+^_`{|}~'-])*@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*(?![.-]*[\p{L}\p{N}@%_])/u;

/**
 * The first e-mail address in a text: what may follow `mailto:`; nothing in it can start a header (`?bcc=`) or a second
 * recipient. `null` where there is none.
 *
 * @example toMailable('Mara <mara@network.example>, office@network.example') // 'mara@network.example'
 */
export const toMailable = (text: string): string | null =>
  address.exec(
    text
      .slice(0, maxLength)
      .normalize('NFKC')
      .replace(/\u2019/g, "'"),
  )?.[0] ?? null;
