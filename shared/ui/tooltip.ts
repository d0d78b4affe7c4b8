/**
 * For `onPointerEnter` of a link, a button or a contact whose text may be cut off: shows all of it as a tooltip where it is. A title
 * that is always there would repeat the name, and screen readers say both.
 */
export function showTooltipWhenCut({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const { scrollWidth, clientWidth, textContent } = currentTarget;
  currentTarget.title = scrollWidth > clientWidth ? (textContent ?? '') : '';
}
