interface CutTextProps {
  readonly part?: string;
  readonly class: string;
  readonly children: string;
}

/**
 * A paragraph that may be cut off after some lines; a tooltip shows all of it. Key it by its text: a browser's page
 * translation detaches text nodes.
 */
export const CutParagraph = ({ part, class: className, children }: CutTextProps) => (
  <p part={part} class={className} dir="auto" title={children}>
    {children}
  </p>
);

/** Words on one line that may be cut off; a tooltip shows all of them. Key it by its text. */
export const CutLine = ({ part, class: className, children }: CutTextProps) => (
  <span part={part} class={className} dir="auto" title={children}>
    {children}
  </span>
);

/**
 * For `onPointerEnter` of a link or button whose text may be cut off: shows all of it as a tooltip where it is. A title
 * that is always there would repeat the name, and screen readers say both.
 */
export function showTooltipWhenCut({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const { scrollWidth, clientWidth, textContent } = currentTarget;
  currentTarget.title = scrollWidth > clientWidth ? (textContent ?? '') : '';
}
