import { allMessages } from '../../shared/i18n/all-messages.js';
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
  Object.entries(allMessages).map(([name, text]) => ({
    name,
    text: typeof text === 'string' ? text : text.other,
  }));
