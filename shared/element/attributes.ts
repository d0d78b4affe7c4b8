import { type Day, isDay, isTimeZone } from '../calendar.js';

/**
 * How one attribute is read. The attribute is the single source of truth; the property of the same name in camelCase
 * writes it and reads it back typed.
 */
export interface Attribute<Value> {
  /**
   * @param raw - The attribute's text, `null` when it is absent.
   * @param reportInvalid - Called with what was expected when the text is wrong; the result is then the default, or the part
   *   of the text that is right.
   */
  parse(raw: string | null, reportInvalid: (expected: string) => void): Value;
  /**
   * Whether an empty text, set as the property, is a value. Elsewhere it removes the attribute: Preact writes `''` for
   * `undefined`.
   */
  readonly allowsEmpty?: boolean;
}

/** The attribute's text, `null` when absent. */
export const text: Attribute<string | null> = { parse: (raw) => raw, allowsEmpty: true };

/** A boolean attribute as in HTML: present or absent. `="false"` counts as absent, because some frameworks write that. */
export const flag: Attribute<boolean> = { parse: (raw) => raw !== null && raw !== 'false' };

const splitWords = (raw: string | null): readonly string[] => [...new Set(raw?.match(/[^\s,]+/g))];

/** Words separated by blanks or commas, each once. */
export const list: Attribute<readonly string[]> = { parse: splitWords };

/** Sizes in pixels, such as `300x250,728x90`. */
export const pixelSizes: Attribute<readonly string[]> = {
  parse(raw, reportInvalid) {
    const given = splitWords(raw);
    const known = given.filter((word) => /^[1-9]\d{0,4}x[1-9]\d{0,4}$/i.test(word));
    if (known.length < given.length) reportInvalid('sizes such as 300x250,728x90');
    return known.map((size) => size.toLowerCase());
  },
};

/** Some words of a closed list, in the integrator's order. @param absent - @default all words */
export function tokens<const Word extends string>(
  words: readonly Word[],
  absent: readonly Word[] = words,
): Attribute<readonly Word[]> {
  return {
    parse(raw, reportInvalid) {
      if (raw === null) return absent;
      const given = splitWords(raw);
      const known = given.filter((word): word is Word => words.some((each) => each === word));
      if (known.length < given.length) reportInvalid(words.join(' '));
      return known;
    },
  };
}

/** One word of a closed list, `null` when absent. */
export function optional<const Word extends string>(words: readonly Word[]): Attribute<Word | null> {
  const { parse } = tokens(words, []);
  return { parse: (raw, reportInvalid) => parse(raw?.toLowerCase() ?? null, reportInvalid)[0] ?? null };
}

/** One word of a closed list; the first is the default. */
export function oneOf<const Word extends string>(...words: readonly [Word, ...Word[]]): Attribute<Word> {
  const { parse } = optional(words);
  return { parse: (raw, reportInvalid) => parse(raw, reportInvalid) ?? words[0] };
}

/** A whole number within bounds. */
export function integer(options: {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}): Attribute<number> {
  const { min, max, default: absent } = options;
  return {
    parse(raw, reportInvalid) {
      if (!raw) return absent;
      const value = Number(raw);
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      reportInvalid(`${min} to ${max}`);
      return absent;
    },
  };
}

/** A calendar day, `YYYY-MM-DD`; `null` when absent. */
export const calendarDay: Attribute<Day | null> = {
  parse(raw, reportInvalid) {
    if (!raw || isDay(raw)) return raw || null;
    reportInvalid('a day such as 2026-01-31');
    return null;
  },
};

/** The name of a time zone that the browser knows, such as `America/New_York`; `null` when absent. */
export const timeZone: Attribute<string | null> = {
  parse(raw, reportInvalid) {
    if (!raw || isTimeZone(raw)) return raw || null;
    reportInvalid('a time zone such as America/New_York');
    return null;
  },
};

/** What a property's value is as an attribute: `null` removes it. Lists are joined by commas, `true` is the empty text. */
export function toAttributeText(value: unknown): string | null {
  if (value === undefined || value === null || value === false) return null;
  try {
    return value === true ? '' : String(value);
  } catch {
    // An object without a text (`Object.create(null)`): a word that no attribute knows, so that it is warned about.
    return typeof value;
  }
}

/** `pageSize` → `page-size`, `affSub2` → `aff-sub2`. */
export const toAttributeName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
