import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWidget } from '../../../shared/element/widget-context.js';
import { StepButton } from '../../../shared/ui/Pager.js';

interface CarouselProps {
  /** Skeletons included. */
  readonly count: number;
  /** Another first offer is another list, which begins at its start. */
  readonly firstId: string | undefined;
  /** The list. */
  readonly children: ComponentChildren;
}

/** Less than a pixel is rounding, also at 125 %. */
const tolerance = 1;

/** A list that the browser scrolls sideways: by finger, wheel, keyboard and two buttons. Never by itself. */
export function Carousel({ count, firstId, children }: CarouselProps) {
  const { messages } = useWidget();
  const track = useRef<HTMLDivElement>(null);
  const [isStart, setIsStart] = useState(true);
  const [isEnd, setIsEnd] = useState(false);

  const update = () => {
    const { scrollLeft = 0, scrollWidth = 0, clientWidth = 0 } = track.current ?? {};
    // Negative where the language reads from right to left.
    const position = Math.abs(scrollLeft);
    setIsStart(position <= tolerance);
    setIsEnd(position + clientWidth >= scrollWidth - tolerance);
  };

  useLayoutEffect(() => {
    if (track.current) track.current.scrollLeft = 0;
  }, [firstId]);
  useLayoutEffect(update);
  useLayoutEffect(() => {
    const { current } = track;
    current?.addEventListener('scroll', update, { passive: true });
    // Missing in jsdom.
    if (typeof ResizeObserver === 'undefined' || !current) return undefined;
    const observer = new ResizeObserver(update);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  /** On by the cards that are wholly in view, back by as many. How: smoothly or at once, says the stylesheet. */
  const scroll = (direction: 1 | -1) => {
    const [first, second] = track.current?.querySelectorAll<HTMLElement>('.item') ?? [];
    if (!first?.parentElement || !second) return;
    const step = second.offsetLeft - first.offsetLeft;
    const width = Math.abs(step);
    const gap = width - first.offsetWidth;
    const whole = Math.floor((first.parentElement.clientWidth + gap + tolerance) / width);
    track.current?.scrollBy({ left: direction * step * Math.max(whole, 1) });
  };

  const area = (
    // biome-ignore lint/a11y/useSemanticElements: a section would do, and its name is said the same
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what can have the focus
    <div ref={track} part="track" class="track" tabIndex={0} role="group" aria-label={messages.offersLabel}>
      {children}
    </div>
  );
  return (
    <>
      {area}
      <div class={`bar steps ${isStart && isEnd ? 'invisible' : ''}`}>
        {count > 1 && (
          <>
            <StepButton name="previous" isDisabled={isStart} onClick={() => scroll(-1)} />
            <StepButton name="next" isDisabled={isEnd} onClick={() => scroll(1)} />
          </>
        )}
      </div>
    </>
  );
}
