import { useWidget } from '../element/widget-context.js';
import { formatMessage } from '../i18n/format-message.js';
import { Icon } from './Icon.js';

interface CopyButtonProps {
  readonly text: string;
  /** What the text is, for the button's name: "Email". */
  readonly label: string;
  /** Called before the text is copied; `false` prevents it. */
  readonly onCopy: () => boolean;
}

/** Puts a text on the clipboard. Not rendered where the browser has no clipboard, as on a page without https. */
export function CopyButton({ text, label, onCopy }: CopyButtonProps) {
  const { messages, announce } = useWidget();
  if (!navigator.clipboard) return null;
  const copy = () => {
    if (!onCopy()) return;
    navigator.clipboard.writeText(text).then(
      () => announce(messages.copied),
      // Refused by the page's permissions policy: the text stands beside the button and can be selected.
      () => {},
    );
  };
  return (
    <button
      type="button"
      part="copy"
      class="copy"
      aria-label={formatMessage(messages.copy, { what: label })}
      onClick={copy}
    >
      <Icon name="copy" />
    </button>
  );
}
