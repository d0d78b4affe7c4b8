import { conversionsMessages } from '../../shared/i18n/conversions-messages.js';
import { creativesMessages } from '../../shared/i18n/creatives-messages.js';
import { inboxMessages } from '../../shared/i18n/inbox-messages.js';
import { messages } from '../../shared/i18n/messages.js';
import { paymentsMessages } from '../../shared/i18n/payments-messages.js';
import { statsMessages } from '../../shared/i18n/stats-messages.js';
import { trackingLinkMessages } from '../../shared/i18n/tracking-link-messages.js';
import type { Entry, MemberEntry } from './model.js';
import { readSource } from './source.js';

/** What `HasOffersWidgets.configure()` takes: the members of an interface, each with its comment. */
export function readSettings(): readonly MemberEntry[] {
  const body = /interface Configuration \{([\s\S]*?)\n\}/.exec(readSource('shared/page/configuration.ts'))?.[1] ?? '';
  return [...body.matchAll(/\/\*\* (.+) \*\/\n\s*readonly (\w+)\??: (.+);/g)].map(
    ([, text = '', name = '', type = '']) => ({
      name,
      text,
      type,
      kind: 'property',
    }),
  );
}

export const readMessages = (): readonly Entry[] =>
  Object.entries({
    ...messages,
    ...statsMessages,
    ...trackingLinkMessages,
    ...creativesMessages,
    ...paymentsMessages,
    ...conversionsMessages,
    ...inboxMessages,
  }).map(([name, text]) => ({
    name,
    text: typeof text === 'string' ? text : text.other,
  }));
