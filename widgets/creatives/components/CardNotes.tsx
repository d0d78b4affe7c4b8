import { useEffect } from 'preact/hooks';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { creativesMessages } from '../../../shared/i18n/creatives-messages.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { errorMessage } from '../../../shared/ui/error-message.js';
import type { CodeResult } from '../creatives.types.js';

interface CardNotesProps {
  readonly isExpired: boolean;
  readonly code: CodeResult | undefined;
  /** The code is selected for the visitor to copy. */
  readonly isByHand: boolean;
  /** Macros that stay in the code. */
  readonly kept: readonly string[];
}

/** What is to be said about one creative; tells page and screen readers when there is no code. */
export function CardNotes({ isExpired, code, isByHand, kept }: CardNotesProps) {
  const context = useWidget();
  const messages = useMessages(creativesMessages);
  const error = code?.status === 'error' ? code.error : undefined;
  const isAboutOffer = error?.code === 'permission' || error?.code === 'not-found';
  const failed = error && (isAboutOffer ? messages.linkFailed : errorMessage(error, undefined, context));

  useEffect(() => {
    if (!error || !failed) return;
    const { code, message, retryable } = error;
    context.announce(failed);
    context.emit('hasoffers-error', { code, message, retryable });
  }, [error]);

  const keys = /Mac|iP/.test(navigator.platform) ? '\u2318C' : 'Ctrl+C';
  const notes = [
    isExpired && messages.expired,
    failed,
    isByHand && formatMessage(messages.copyByHand, { keys }),
    kept.length > 0 && formatMessage(messages.keptMacros, { macros: kept.join(' ') }),
  ];
  return (
    <>
      {notes.map(
        (note) =>
          note && (
            <p part="note" class="note muted" key={note}>
              {note}
            </p>
          ),
      )}
    </>
  );
}
