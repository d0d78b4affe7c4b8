/**
 * Calls back once, when the element comes near the viewport.
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
    // About one phone screen ahead: the answer is usually there before the visitor is.
    { rootMargin: '600px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
