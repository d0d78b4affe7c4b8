import { ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import type { Check } from '../session.js';

/** HasOffers' words for what can be wrong with an account, and the codes of the proxy that ships here. */
const reasons: readonly (readonly [words: RegExp, message: string, cure: string])[] = [
  [
    /network.?id/i,
    'HasOffers does not know the network id.',
    'Copy the first part of NETWORKID.api.hasoffers.com into the configuration of the proxy.',
  ],
  [
    /not authenticated|_AUTH"/i,
    'HasOffers does not accept the API key.',
    'Copy the key anew from Tools > API of your account; a replaced key ends at once, a requested one may be pending.',
  ],
  [
    /not permitted|_PERMISSION/i,
    'The user of the API key may not ask this.',
    'Ask your network for the permission "Affiliate API".',
  ],
  [
    /rate.?limit|_LIMIT|BUDGET|COOLING/i,
    'The calls for this moment are used up.',
    'Wait a minute and check again; if it happens often, let the proxy keep answers.',
  ],
];

/** Is the key accepted? Asked through the account manager, since every account may. */
export const checkKey: Check = async ({ manager }) => {
  const reply = await manager();
  return [isSuccess(reply) ? ok('key', 'HasOffers accepts the API key.') : explain(reply)];
};

function explain({ status, envelope }: Reply) {
  const errors = envelope?.errors ?? '';
  for (const [words, message, cure] of reasons) if (words.test(errors)) return problem('key', message, cure);
  if (status === 401 || status === 403) {
    const cure =
      'Let Affiliate_Affiliate::getAccountManager and Affiliate_Offer::findAll through, for pages of your site.';
    return problem('key', `The proxy refuses what the widgets ask first (HTTP ${status}).`, cure);
  }
  return problem('key', `No good answer (HTTP ${status}).`, 'Look into the log of the proxy for the reason.');
}
