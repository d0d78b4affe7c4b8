import type { ResourceState } from '../resource.js';

/**
 * Gives a shadow root its style: one constructable stylesheet per widget and document, which no `style-src` policy
 * forbids. A sheet belongs to the document that made it, so an element adopted into another document calls this again.
 *
 * @param sheets - Those made so far.
 */
export function adoptStyles(root: ShadowRoot, css: string, sheets: WeakMap<Document, CSSStyleSheet>): void {
  const page = root.ownerDocument;
  try {
    let sheet = sheets.get(page);
    if (!sheet) {
      sheet = new (page.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(page, sheet);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    // A browser without them: a policy may forbid this, and then the content is there, but plain.
    (root.querySelector('style') ?? root.appendChild(page.createElement('style'))).textContent = css;
  }
}

/** Mirrors a state as CSS custom states, for the page's `hasoffers-offer-list:state(loading)`. */
export function reflectState({ states }: ElementInternals, state: ResourceState<unknown>): void {
  try {
    states.clear();
    states.add(state.status);
    if (state.data !== undefined && state.error) states.add('stale');
  } catch {
    // Browsers before 2024 take dashed names only, or have no states; such a page has the `state` property.
  }
}

/**
 * Calls back once, when the element comes near the viewport.
 *
 * @returns Stops waiting.
 */
export function whenNear(element: Element, callback: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    // About one phone screen ahead: the answer is usually there before the visitor is.
    { rootMargin: '600px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
