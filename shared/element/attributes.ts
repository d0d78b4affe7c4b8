/**
 * How one attribute is read. The attribute is the single source of truth; the property of the same name in camelCase
 * writes it and reads it back typed.
 */
export interface AttributeParser<Value> {
  /**
   * @param raw - The attribute's text, `null` when it is absent.
   * @param complain - Told what is wrong with the text; the value returned is then the default.
   */
  parse(raw: string | null, complain: (expected: string) => void): Value;
}

/** The attribute's text, `null` when absent. */
export const text: AttributeParser<string | null> = { parse: (raw) => raw };

/** A boolean attribute as in HTML: there or not. `="false"` counts as absent, because some frameworks write that. */
export const flag: AttributeParser<boolean> = { parse: (raw) => raw !== null && raw !== 'false' };

/** One word of a closed list, `null` when absent. */
export function optional<const Word extends string>(words: readonly Word[]): AttributeParser<Word | null> {
  return {
    parse(raw, complain) {
      const word = words.find((each) => each === raw?.trim().toLowerCase());
      if (raw && !word) complain(`one of: ${words.join(', ')}`);
      return word ?? null;
    },
  };
}

/** One word of a closed list; the first is the default. */
export function oneOf<const Word extends string>(...words: readonly [Word, ...Word[]]): AttributeParser<Word> {
  const { parse } = optional(words);
  return { parse: (raw, complain) => parse(raw, complain) ?? words[0] };
}

/** Some words of a closed list, separated by blanks or commas, in the author's order; all of them when absent. */
export function tokens<const Word extends string>(
  words: readonly Word[],
  absent = words,
): AttributeParser<readonly Word[]> {
  return {
    parse(raw, complain) {
      if (raw === null) return absent;
      const given = list.parse(raw, complain);
      const known = words.filter((word) => given.includes(word));
      if (known.length < given.length) complain(`any of: ${words.join(', ')}`);
      return known.sort((a, b) => given.indexOf(a) - given.indexOf(b));
    },
  };
}

/** Free words separated by blanks or commas, each once. */
export const list: AttributeParser<readonly string[]> = {
  parse: (raw) => [...new Set((raw ?? '').split(/[\s,]+/).filter(Boolean))],
};

/** A whole number within bounds. */
export function integer(min: number, max: number, absent: number): AttributeParser<number> {
  return {
    parse(raw, complain) {
      if (!raw) return absent;
      const value = Number(raw);
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      complain(`a whole number from ${min} to ${max}`);
      return absent;
    },
  };
}

/** What a property's value is as an attribute: `null` removes it. Lists are joined by commas, `true` is the empty text. */
export function toAttribute(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null;
  if (value === true) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** `pageSize` → `page-size`, `affSub2` → `aff-sub2`. */
export const toAttributeName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
