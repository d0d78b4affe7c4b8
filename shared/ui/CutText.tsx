interface CutTextProps {
  readonly part?: string;
  readonly class: string;
  readonly children: string;
}

/**
 * Shows the whole text as a tooltip where some of it is cut off. Decided when the pointer comes: a title that is always
 * there would be read twice by screen readers.
 */
function showTooltipWhenCut({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight, textContent } = currentTarget;
  // One pixel of rounding is no cut.
  const isCut = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  currentTarget.title = isCut ? (textContent ?? '') : '';
}

/** A paragraph that may be cut off after some lines. Key it by its text: a browser's page translation detaches text nodes. */
export const CutParagraph = ({ part, class: className, children }: CutTextProps) => (
  <p part={part} class={className} dir="auto" onPointerEnter={showTooltipWhenCut}>
    {children}
  </p>
);

/** Words on one line that may be cut off. Key it by its text. */
export const CutLine = ({ part, class: className, children }: CutTextProps) => (
  <span part={part} class={className} dir="auto" onPointerEnter={showTooltipWhenCut}>
    {children}
  </span>
);
