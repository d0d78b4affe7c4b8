/** Letters that Unicode does not take apart, and signs that people type otherwise. */
const variants: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
  // Persian and Arabic keyboards have two of these.
  ی: 'ي',
  ک: 'ك',
};
const variantLetters = new RegExp(`[${Object.keys(variants).join('')}]`, 'g');
const apostrophes = /[\u2018-\u201b\u2032\u2039\u203a\u02b9\u02bb\u02bc`´]/g;
const quotationMarks = /[\u201c-\u201f\u2033«»]/g;
const dashes = /[\u2010-\u2015\u2212\u2043]/g;
const slashes = /[\u2044\u2215]/g;
/** Accents of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
/** Soft hyphens, joiners, marks of direction, variants of emoji, and the Arabic stroke that only makes a word longer. */
const invisible = /[\u0640\p{DI}]/gu;

/**
 * A text as it is compared in a search: case, accents and typographic variants (quotation marks, dashes, ligatures,
 * full-width forms, ß and ss, the Turkish i) do not matter. Depends on no language. Fold both sides, then use `includes`.
 */
export const fold = (text: string): string =>
  text
    .replace(apostrophes, "'")
    .replace(quotationMarks, '"')
    .replace(dashes, '-')
    .replace(invisible, '')
    .normalize('NFKD')
    .replace(slashes, '/')
    .replace(marks, '')
    .toLowerCase()
    .replace(variantLetters, (letter) => variants[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
    // Puts together what was taken apart only for its accents, such as syllables of Korean.
    .normalize('NFC');
