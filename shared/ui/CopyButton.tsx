import { fill, type Messages } from '../messages.js';
import { showIcon } from './Icon.js';

/**
 * Puts a text on the clipboard. Not shown where the browser has no clipboard, as on a page without https.
 *
 * @param what - What it is, in words, for the button's name.
 * @param onCopy - Asked first; `false` keeps the text where it is.
 */
export function showCopyButton(
  text: string,
  what: string,
  t: Messages,
  announce: (sentence: string) => void,
  onCopy: () => boolean,
) {
  if (!navigator.clipboard) return null;
  const copy = () => {
    if (!onCopy()) return;
    navigator.clipboard.writeText(text).then(
      () => announce(t.copied),
      // Refused by the page's permissions policy: the text stands beside the button and can be selected.
      () => {},
    );
  };
  const name = fill(t.copy, { what });
  return (
    <button type="button" part="copy" class="copy" aria-label={name} title={name} onClick={copy}>
      {showIcon('copy')}
    </button>
  );
}
