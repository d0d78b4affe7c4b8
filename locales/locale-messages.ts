import { type Messages as Landed, messages as landed } from '../shared/messages.js';

/** For the time until shared/messages.ts has these keys. */
export type Messages = Landed & {
  readonly consent: string;
  readonly agree: string;
  readonly found: { readonly [Category in Intl.LDMLPluralRule]?: string } & { readonly other: string };
};

export const english: Messages = {
  ...landed,
  consent: 'This comes from {host}, which then sees your IP address.',
  agree: 'Show it',
  found: { one: '{count} offer', other: '{count} offers' },
};
