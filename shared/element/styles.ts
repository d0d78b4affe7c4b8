const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * Gives a shadow root its style: one constructable stylesheet per widget and document, which no `style-src` policy
 * forbids. A sheet belongs to the document that made it, so an element adopted into another document calls this again.
 */
export function adoptStyles(root: ShadowRoot, css: string, nonce: string | undefined): void {
  const page = root.ownerDocument;
  const view = page.defaultView;
  if (view && 'adoptedStyleSheets' in root && 'replaceSync' in view.CSSStyleSheet.prototype) {
    root.adoptedStyleSheets = [sheetOf(page, view, css)];
  } else if (!root.querySelector('style')) {
    // Browsers before 2023. The page's policy must allow it: the nonce is the one of our own script tag.
    const style = page.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.prepend(style);
  }
}

function sheetOf(page: Document, view: Window & typeof globalThis, css: string): CSSStyleSheet {
  const known = sheets.get(page) ?? new Map<string, CSSStyleSheet>();
  sheets.set(page, known);
  let sheet = known.get(css);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return sheet;
}
