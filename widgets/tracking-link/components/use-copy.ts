import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWidget } from '../../../shared/element/widget-context.js';
import type { LinkCopy } from '../tracking-link.types.js';

type Kind = 'link' | 'html';

interface Copying {
  /** What is on the clipboard. */
  readonly copied: Kind | undefined;
  /** What the visitor has to copy: it is selected. */
  readonly manual: Kind | undefined;
  readonly copy: (kind: Kind, text: string) => void;
  readonly linkRef: RefObject<HTMLSpanElement | null>;
  readonly htmlRef: RefObject<HTMLElement | null>;
}

/**
 * Copies texts. "Copied" is said only after the clipboard has it; without a clipboard (no https, a frame without the
 * permission, a visitor who refuses) the text is selected for the visitor to copy.
 */
export function useCopy(): Copying {
  const { emit, announce, messages } = useWidget();
  const [state, setState] = useState<{ readonly kind: Kind; readonly isDone: boolean } | undefined>(undefined);
  const linkRef = useRef<HTMLSpanElement>(null);
  const htmlRef = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const node = state?.kind === 'html' ? htmlRef.current : linkRef.current;
    if (state && !state.isDone && node) getSelection()?.selectAllChildren(node);
  }, [state]);

  const copy = async (kind: Kind, text: string): Promise<void> => {
    if (!emit('hasoffers-copy', { kind, text } satisfies LinkCopy)) return;
    try {
      await navigator.clipboard.writeText(text);
      setState({ kind, isDone: true });
      announce(messages.copied);
    } catch {
      setState({ kind, isDone: false });
    }
  };

  return {
    copied: state?.isDone ? state.kind : undefined,
    manual: state && !state.isDone ? state.kind : undefined,
    copy: (kind, text) => void copy(kind, text),
    linkRef,
    htmlRef,
  };
}
