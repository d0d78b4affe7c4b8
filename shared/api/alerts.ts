import { line, list, record, text, type Wire } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';
import { toTextWithLinks } from './text.js';

/** `approved`, `denied`: what became of an application for an offer. */
export type MessageKind = 'message' | 'approved' | 'denied';

/** A message of the network to the affiliate. */
export interface AccountMessage {
  readonly id: string;
  readonly kind: MessageKind;
  /** One line of plain text; may be empty. */
  readonly title: string;
  /** Plain text with line breaks; may be empty. */
  readonly text: string;
  /** Milliseconds since 1970; `null` = unknown. */
  readonly time: number | null;
}

/** `type_code` as TUNE's own interface reads it; 100 is a message that somebody wrote. */
const kinds: ReadonlyMap<string, MessageKind> = new Map([
  ['601', 'approved'],
  ['602', 'denied'],
]);

/**
 * The messages that the affiliate's user has not dismissed, newest first. The proxy puts the user's id in.
 *
 * Seen in use: a map by id, unpaged and in no order, so there is no `limit`; `Alert.datetime` is in UTC, unlike reports.
 */
export const getAlerts = (): ApiRequest<readonly AccountMessage[]> =>
  toRequest('Alert', 'getAffiliateUserAlerts', { is_dismissed: '0' }, (data) =>
    list(data, toMessage).sort((one, other) => Number(other.id) - Number(one.id)),
  );

function toMessage(row: Wire): AccountMessage | null {
  const alert = record(row.Alert ?? row);
  const id = text(alert.id);
  if (!id) return null;
  const texts = [alert.description, alert.content].map((html) => toTextWithLinks(text(html)));
  return {
    id,
    kind: kinds.get(text(alert.type_code)) ?? 'message',
    title: line(alert.title),
    text: [...new Set(texts)].filter(Boolean).join('\n'),
    time: toTime(text(alert.datetime)),
  };
}

/** `YYYY-MM-DD hh:mm:ss`; the zero date stands for "none". */
const toTime = (datetime: string): number | null => Date.parse(`${datetime.replace(' ', 'T')}Z`) || null;
