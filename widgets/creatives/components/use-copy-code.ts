import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Creative } from '../../../shared/api/creatives.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import type { CodeFormat, CreativeCopy } from '../creatives.types.js';

interface CopyOptions {
  readonly creative: Creative;
  readonly kind: CodeFormat;
  /** The code that is shown, once there is one. */
  readonly text: string | undefined;
  readonly createCode: (creative: Creative) => Promise<string | null>;
  /** Where the code is shown. */
  readonly box: RefObject<HTMLElement | null>;
}

interface Copying {
  /** The clipboard has the code that is shown. */
  readonly isCopied: boolean;
  /** The visitor has to copy what is selected. */
  readonly isByHand: boolean;
  readonly start: () => void;
}

/**
 * Copies the code, for which its link is requested first. "Copied" is said only after the clipboard has it; without a
 * clipboard (no https, a frame without the permission, a browser that waited too long for the link) the code is selected.
 */
export function useCopyCode({ creative, kind, text, createCode, box }: CopyOptions): Copying {
  const { emit, announce, messages } = useWidget();
  const [last, setLast] = useState<{ readonly text: string; readonly isDone: boolean } | undefined>(undefined);
  const isShown = last !== undefined && last.text === text;

  useLayoutEffect(() => {
    if (isShown && !last.isDone && box.current) getSelection()?.selectAllChildren(box.current);
  }, [last, isShown]);

  const copy = async (): Promise<void> => {
    const code = await createCode(creative);
    if (code === null || !emit('hasoffers-copy', { kind, text: code, creative } satisfies CreativeCopy)) return;
    try {
      await navigator.clipboard.writeText(code);
      setLast({ text: code, isDone: true });
      announce(messages.copied);
    } catch {
      setLast({ text: code, isDone: false });
    }
  };
  return { isCopied: isShown && last.isDone, isByHand: isShown && !last.isDone, start: () => void copy() };
}
