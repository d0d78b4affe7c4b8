const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/**
 * The element's language: its own `lang`, else the nearest ancestor's (through shadow roots), else the browser's. A tag
 * that Intl does not understand is passed over, since every format would throw on it.
 */
export function readLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    try {
      const [language] = Intl.getCanonicalLocales((node as Element).getAttribute?.('lang') ?? []);
      if (language) return language;
    } catch {
      // `lang="english"` or `en_US`: a mistake of the page, which then counts as not said.
    }
  }
  return navigator.language || 'en';
}

/** The direction the language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (rightToLeft.test(language) ? 'rtl' : 'ltr');
