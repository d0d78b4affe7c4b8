import type { ResourceState } from '../resource.js';

/** `undefined` where a test environment such as happy-dom has none. */
export const attachInternalsOf = (element: HTMLElement): ElementInternals | undefined =>
  typeof element.attachInternals === 'function' ? element.attachInternals() : undefined;

/**
 * Creates what gives shadow roots their style: one constructable stylesheet per widget and document, which no
 * `style-src` policy forbids. A sheet belongs to the document that made it, so an element that is adopted by another
 * document needs another one.
 */
export function createStyleAdopter(css: string): (root: ShadowRoot) => void {
  const sheets = new WeakMap<Document, CSSStyleSheet>();

  const sheetOf = (page: Document): CSSStyleSheet => {
    let sheet = sheets.get(page);
    if (!sheet) {
      sheet = new (page.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(page, sheet);
    }
    return sheet;
  };

  return (root) => {
    const page = root.ownerDocument;
    try {
      root.adoptedStyleSheets = [sheetOf(page)];
    } catch {
      // Without constructable stylesheets: a policy may forbid this, and then the content is there, but plain.
      const style = root.querySelector('style') ?? root.appendChild(page.createElement('style'));
      style.textContent = css;
    }
  };
}

/**
 * Mirrors a state as CSS custom states, for the page's `hasoffers-offer-list:state(loading)`.
 *
 * @param isHidden - By `hidden-when`; the state `hidden` is for our own stylesheet, which cannot read the attribute word by word.
 */
export function reflectState(
  internals: ElementInternals | undefined,
  state: ResourceState<unknown>,
  isHidden: boolean,
): void {
  const { states } = internals ?? {};
  try {
    states?.clear();
    states?.add(state.status);
    if (state.data !== undefined && state.error) states?.add('stale');
    if (isHidden) states?.add('hidden');
  } catch {
    // Browsers before 2024 accept dashed names only, or have no states; such a page has the `state` property.
  }
}

/**
 * Calls back once, when an element comes near the viewport; at once where the browser cannot observe it.
 *
 * @returns Stops waiting.
 */
export function whenNear(element: Element, callback: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    // About one phone screen ahead: the response is usually there before the visitor is.
    { rootMargin: '600px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
