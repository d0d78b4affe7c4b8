const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|nqo|ps|sd|syr|ug|ur|yi)\b/i;

/**
 * The element's language: its own `lang`, else the nearest ancestor's (through shadow roots), else the browser's. A tag
 * that Intl does not understand is passed over, since every format would throw on it.
 */
export function readLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const given = node instanceof Element && node.getAttribute('lang');
    if (given && isLanguageTag(given)) return given;
  }
  return navigator.language || 'en';
}

/** The direction the language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.test(language) ? 'rtl' : 'ltr');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    // `lang="english"` or `en_US`: a mistake of the page, which then counts as not said.
    return false;
  }
}
