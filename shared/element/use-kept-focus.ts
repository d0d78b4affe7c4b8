import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Keeps the focus in the element when what had it is removed by this update, such as a "Try again" button: it goes to
 * the fallback instead of the page's beginning.
 */
export function useKeptFocus(root: ShadowRoot | null, fallback: RefObject<HTMLElement | null>): void {
  // While a component renders, the DOM still is as it was.
  const focused = root?.activeElement;
  useLayoutEffect(() => {
    if (focused && !root?.activeElement) fallback.current?.focus({ preventScroll: true });
  });
}
