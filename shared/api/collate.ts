const collators = new Map<string, Intl.Collator>();

/** A collator costs milliseconds to make and nothing to keep. A tag that is none (`pt_BR`) falls back to the neutral one. */
export function collatorOf(language: string): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  let collator: Intl.Collator;
  try {
    collator = new Intl.Collator(language);
  } catch {
    collator = new Intl.Collator(neutralLanguage);
  }
  collators.set(language, collator);
  return collator;
}

/** For lists whose reader's language is not known: fixed, so that no two browsers disagree. */
const neutralLanguage = 'en';

/** Compares by name in the order of a language (BCP 47). @default a fixed order that is the same in every browser */
export function compareNames(
  language: string = neutralLanguage,
): (one: { readonly name: string }, other: { readonly name: string }) => number {
  const { compare } = collatorOf(language);
  return (one, other) => compare(one.name, other.name);
}
