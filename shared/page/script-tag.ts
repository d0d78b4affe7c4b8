/**
 * The endpoint that a script tag of ours names.
 *
 * Other vendors use `data-endpoint` as well (`<script src="/_vercel/insights/script.js" data-endpoint="…">`), so a tag
 * counts only if its file name says that it is ours, or if it uses our own attribute. An empty one says nothing.
 */
function readTag(tag: HTMLScriptElement): string | null {
  const { hasoffersEndpoint, endpoint } = tag.dataset;
  if (hasoffersEndpoint) return hasoffersEndpoint;
  const fileName = /([^/?#]*)(?:[?#].*)?$/.exec(tag.src)?.[1] ?? '';
  return endpoint && fileName.startsWith('hasoffers-') ? endpoint : null;
}

const candidates = 'script[data-endpoint], script[data-hasoffers-endpoint]';

function findEndpoint(page: Document): string | null {
  for (const tag of page.querySelectorAll<HTMLScriptElement>(candidates)) {
    const endpoint = readTag(tag);
    if (endpoint !== null) return endpoint;
  }
  return null;
}

/**
 * Reads the endpoint from the tag that this code runs from. Call it while the script runs: afterwards
 * `document.currentScript` is gone. In a module or a bundle, or without the attribute, it is unknown; then a tag of ours
 * anywhere in the page counts, also one that is parsed or injected later.
 *
 * @param onEndpoint - Called at once or later, at most once.
 */
export function watchScriptTag(page: Document, onEndpoint: (endpoint: string) => void): void {
  const current = page.currentScript;
  const own =
    current instanceof HTMLScriptElement ? current.dataset.hasoffersEndpoint || current.dataset.endpoint : undefined;
  const found = own || findEndpoint(page);
  if (found !== null) {
    onEndpoint(found);
    return;
  }
  const observer = new MutationObserver(() => {
    const late = findEndpoint(page);
    if (late === null) return;
    observer.disconnect();
    onEndpoint(late);
  });
  observer.observe(page, {
    childList: true,
    subtree: true,
    // Not `src`, which changes with every picture of the page: our tags have theirs before they are inserted.
    attributeFilter: ['data-endpoint', 'data-hasoffers-endpoint'],
  });
}
