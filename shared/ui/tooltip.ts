/**
 * For `onPointerEnter` of a text that may be cut off, in a link, a button or a contact: shows all of it as a tooltip where
 * it is. A title that is always there would repeat the name, and screen readers say both.
 */
export function showTooltipWhenCut({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const { scrollWidth, clientWidth, textContent } = currentTarget;
  currentTarget.title = scrollWidth > clientWidth ? (textContent ?? '') : '';
}
