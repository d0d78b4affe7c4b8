import type { Ref } from 'preact';
import { useMessages } from '../../../shared/element/widget-context.js';
import { creativesMessages } from '../../../shared/i18n/creatives-messages.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';

interface CodeBoxProps {
  readonly name: string;
  readonly text: string;
  readonly boxRef?: Ref<HTMLPreElement> | undefined;
}

/** Code as text. Not to be translated, and to be read from the left in every language. */
export function CodeBox({ name, text, boxRef }: CodeBoxProps) {
  const messages = useMessages(creativesMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form
    <pre
      part="code"
      class="code"
      ref={boxRef ?? null}
      role="group"
      aria-label={formatMessage(messages.codeOf, { name })}
      translate={false}
      dir="ltr"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls it
      tabIndex={0}
      key={text}
    >
      {text}
    </pre>
  );
}
