import { type Finding, ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import type { Check } from '../session.js';

/** HasOffers' words for what can be wrong with an account, and the codes of the proxy that ships here. */
const reasons: readonly (readonly [words: RegExp, message: string, hint: string])[] = [
  [
    /network.?id/i,
    'HasOffers does not know the network id.',
    'Copy the first part of NETWORKID.api.hasoffers.com into the configuration of the proxy.',
  ],
  [
    /not authenticated|_AUTH"/i,
    'HasOffers does not accept the API key.',
    'Copy the key anew from Tools > APIs of your account; a replaced key ends at once, a requested one may be pending.',
  ],
  [
    /not permitted|_PERMISSION/i,
    'The user of the API key may not ask this.',
    'Ask your network for the permission "Affiliate API".',
  ],
  [
    /COOLING/,
    'The proxy pauses after a failure of HasOffers.',
    'Wait a minute and check again: the first answer then names the failure, and so does the log of the proxy.',
  ],
  [
    /rate.?limit|_LIMIT|BUDGET/i,
    'The calls for this moment are used up.',
    'Wait a minute and check again; if it happens often, let the proxy keep answers.',
  ],
];

/** Is the key accepted, and are both questions answered that the widgets cannot do without? */
export const checkKey: Check = async ({ manager, catalogue }) => {
  const first = await manager();
  // With a key that is not accepted the second answer would say the same once more.
  if (!isSuccess(first)) return [explain(first)];
  const second = await catalogue();
  return [ok('key', 'HasOffers accepts the API key.'), ...(isSuccess(second) ? [] : [explain(second)])];
};

function explain({ status, envelope, question, failure }: Reply): Finding {
  const errors = envelope?.errors ?? '';
  for (const [words, message, hint] of reasons) if (words.test(errors)) return problem('key', message, hint);
  if (status === 401 || status === 403) {
    const message = `The proxy refuses what the widgets ask (HTTP ${status}): ${question}.`;
    return problem(
      'key',
      message,
      'Let Affiliate_Affiliate::getAccountManager and Affiliate_Offer::findAll through, for pages of your site.',
    );
  }
  const hint = 'Look into the log of the proxy for the reason.';
  return problem('key', `No good answer to ${question} (${failure ?? `HTTP ${status}`}).`, hint);
}
