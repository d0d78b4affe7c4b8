/** `undefined` for what Intl does not understand: every format would throw on it. */
function canonical(tag: string | null | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag ?? [])[0];
  } catch {
    // `lang="english"` or `en_US`: a mistake of the page, which then counts as not said.
    return undefined;
  }
}

/** The element's language: its own `lang`, else the nearest ancestor's (through shadow roots), else the browser's. */
export function readLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const language = canonical((node as Element).getAttribute?.('lang'));
    if (language) return language;
  }
  return canonical(navigator.language) ?? 'en';
}

/** Language and script, as in "ptLatn": equal for those who can read each other's sentences. */
export function readersOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}${script}`;
}

/** The direction the language is written in. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /Arab|Hebr|Thaa|Nkoo|Syrc|Adlm/.test(readersOf(language)) ? 'rtl' : 'ltr';
