import { fill, type Messages } from '../messages.js';
import { Icon } from './Icon.js';

interface CopyButtonProps {
  readonly text: string;
  /** What it is, in words, for the button's name. */
  readonly what: string;
  readonly t: Messages;
  readonly announce: (sentence: string) => void;
  /** Asked first; `false` keeps the text where it is. */
  readonly onCopy: () => boolean;
}

/** Puts a text on the clipboard. Not shown where the browser has no clipboard, as on a page without https. */
export function CopyButton({ text, what, t, announce, onCopy }: CopyButtonProps) {
  if (!navigator.clipboard) return null;
  const copy = async () => {
    if (!onCopy()) return;
    try {
      await navigator.clipboard.writeText(text);
      announce(t.copied);
    } catch {
      // Refused by the page's permissions policy: the text stands beside the button and can be selected.
    }
  };
  const name = fill(t.copy, { what });
  return (
    <button type="button" part="copy" class="copy" aria-label={name} title={name} onClick={copy}>
      <Icon name="copy" />
    </button>
  );
}
