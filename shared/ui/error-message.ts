import type { ApiError, ErrorCode } from '../api/errors.js';
import { formatMessage } from '../i18n/format-message.js';
import type { Formatters } from '../i18n/formatters.js';
import type { Messages } from '../i18n/messages.js';

/** What a visitor reads. What is wrong on the page's side is no business of its visitors: they read no cause. */
const messageKeys: Readonly<Record<ErrorCode, keyof Messages>> = {
  offline: 'errorOffline',
  'rate-limit': 'errorBusy',
  network: 'errorTemporary',
  timeout: 'errorTemporary',
  upstream: 'errorTemporary',
  'invalid-response': 'errorTemporary',
  'signed-out': 'errorSignedOut',
  config: 'errorUnavailable',
  auth: 'errorUnavailable',
  permission: 'errorUnavailable',
  'network-id': 'errorUnavailable',
  validation: 'errorUnavailable',
  'not-found': 'errorUnavailable',
};

/**
 * The message for a failed load.
 *
 * @param staleSince - Milliseconds since 1970: older data of that time is shown beside it, so that less has to be said.
 */
export function errorMessage(
  { code }: Pick<ApiError, 'code'>,
  staleSince: number | undefined,
  { messages, formatters }: { readonly messages: Messages; readonly formatters: Formatters },
): string {
  if (staleSince === undefined) return messages[messageKeys[code]] as string;
  return formatMessage(messages.stale, { time: formatters.time(staleSince) });
}
