import { useState } from 'preact/hooks';

interface PlotCursor {
  /** The chosen day; `null` = none. */
  readonly index: number | null;
  readonly handlers: {
    onPointerMove(event: MouseEvent): void;
    onClick(event: MouseEvent): void;
    onPointerLeave(): void;
    onKeyDown(event: KeyboardEvent): void;
    onBlur(): void;
  };
}

/** What a key does to the chosen day. Time runs from left to right in every language. */
const moves: Readonly<Record<string, (index: number | null, last: number) => number | null>> = {
  ArrowRight: (index, last) => (index === null ? last : Math.min(index + 1, last)),
  ArrowLeft: (index, last) => (index === null ? last : Math.max(index - 1, 0)),
  Home: () => 0,
  End: (_, last) => last,
  Escape: () => null,
};

/**
 * The day that pointer or keyboard choose in a plot of so many days.
 *
 * @param onKey - Called with the day that the keyboard chose, to say it aloud.
 */
export function usePlotCursor(count: number, onKey: (index: number) => void): PlotCursor {
  const [chosen, setChosen] = useState<number | null>(null);
  const index = chosen !== null && chosen < count ? chosen : null;
  const chooseAt = ({ currentTarget, clientX }: MouseEvent) => {
    const { left, width } = (currentTarget as Element).getBoundingClientRect();
    setChosen(Math.min(Math.max(Math.floor(((clientX - left) / width) * count), 0), count - 1));
  };
  return {
    index,
    handlers: {
      onPointerMove: chooseAt,
      // A finger that taps does not move, and leaves before the click: the day stays until something else has the focus.
      onClick: chooseAt,
      onPointerLeave: () => setChosen(null),
      onBlur: () => setChosen(null),
      onKeyDown(event) {
        const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
        if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
        // Escape closes the tip alone, not a dialog around the card.
        if (event.key !== 'Escape' || index !== null) {
          event.preventDefault();
          event.stopPropagation();
        }
        const next = move(index, count - 1);
        setChosen(next);
        if (next !== null) onKey(next);
      },
    },
  };
}
