/**
 * How one attribute is read. The attribute is the single source of truth; the property of the same name in camelCase
 * writes it and reads it back typed.
 *
 * @param raw - The attribute's text, `null` when it is absent.
 * @param complain - Told what the text should have been; what is returned is then the default, or what is right of it.
 */
export type AttributeParser<Value> = (raw: string | null, complain: (expected: string) => void) => Value;

/** The attribute's text, `null` when absent. */
export const text: AttributeParser<string | null> = (raw) => raw;

/** A boolean attribute as in HTML: there or not. `="false"` counts as absent, because some frameworks write that. */
export const flag: AttributeParser<boolean> = (raw) => raw !== null && raw !== 'false';

/** Free words separated by blanks or commas, each once. */
export const list: AttributeParser<readonly string[]> = (raw) => [...new Set(raw?.match(/[^\s,]+/g))];

/** Some words of a closed list, in the author's order; all of them when absent. */
export const tokens =
  <const Word extends string>(words: readonly Word[], absent = words): AttributeParser<readonly Word[]> =>
  (raw, complain) => {
    if (raw === null) return absent;
    const given = list(raw, complain);
    const known = given.filter((word): word is Word => (words as readonly string[]).includes(word));
    if (known.length < given.length) complain(words.join(' '));
    return known;
  };

/** One word of a closed list, `null` when absent. */
export const optional =
  <const Word extends string>(words: readonly Word[]): AttributeParser<Word | null> =>
  (raw, complain) =>
    tokens(words, [])(raw?.toLowerCase() ?? null, complain)[0] ?? null;

/** One word of a closed list; the first is the default. */
export const oneOf =
  <const Word extends string>(...words: readonly [Word, ...Word[]]): AttributeParser<Word> =>
  (raw, complain) =>
    optional(words)(raw, complain) ?? words[0];

/** A whole number within bounds. */
export const integer =
  (min: number, max: number, absent: number): AttributeParser<number> =>
  (raw, complain) => {
    const value = Number(raw || absent);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    complain(`${min} to ${max}`);
    return absent;
  };

/** What a property's value is as an attribute: `null` removes it. Lists are joined by commas, `true` is the empty text. */
export const toAttribute = (value: unknown): string | null =>
  value === true ? '' : value === false ? null : (value?.toString() ?? null);

/** `pageSize` → `page-size`, `affSub2` → `aff-sub2`. */
export const toAttributeName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
