import { canonicalLocale } from '../i18n/locale.js';

/** The element's language: its own `lang`, else the nearest ancestor's (through shadow roots), else the browser's. */
export function readLanguage(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const language = canonicalLocale((node as Partial<Element>).getAttribute?.('lang'));
    if (language) return language;
  }
  return canonicalLocale(navigator.language) ?? 'en';
}
