import { type Finding, ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import type { Check } from '../session.js';

/** HasOffers' messages about an account, and the codes of the proxy that ships here. */
const reasons: readonly (readonly [pattern: RegExp, message: string, hint: string])[] = [
  [
    /network.?id/i,
    'HasOffers does not know the network id.',
    'Copy the first part of NETWORKID.api.hasoffers.com into the configuration of the proxy.',
  ],
  [
    /not authenticated|_AUTH"/i,
    'HasOffers does not accept the API key.',
    'Copy the key again from Tools > APIs of your account; a replaced key is invalid at once, a requested one may be pending.',
  ],
  [
    /not permitted|_PERMISSION/i,
    'The user of the API key lacks the permission for this method.',
    'Ask your network for the permission "Affiliate API".',
  ],
  [
    /COOLING/,
    'The proxy pauses after a failure of HasOffers.',
    'Wait a minute and check again: the first response then names the failure, and so does the log of the proxy.',
  ],
  [
    /UPSTREAM_(ERROR|TIMEOUT|INVALID)/,
    'The proxy got no response from HasOffers that it can use.',
    'Check network id, firewall and outgoing connections of the server. In the log of the proxy, lines with "upstream-failed" name the reason, such as ENOTFOUND or ECONNREFUSED (no connection), or HTTP 503.',
  ],
  [
    /rate.?limit|_LIMIT|BUDGET/i,
    'The rate limit is used up at the moment.',
    'Wait a minute and check again; if it happens often, cache responses in the proxy.',
  ],
];

/** Does HasOffers accept the key, and do both methods work that every widget needs? */
export const checkKey: Check = async ({ manager, catalogue }) => {
  const first = await manager();
  // With a rejected key the second request would fail in the same way.
  if (!isSuccess(first)) return [explain(first)];
  const second = await catalogue();
  return [ok('key', 'HasOffers accepts the API key.'), ...(isSuccess(second) ? [] : [explain(second)])];
};

function explain({ status, envelope, request, failure }: Reply): Finding {
  const errors = envelope?.errors ?? '';
  for (const [pattern, message, hint] of reasons) if (pattern.test(errors)) return problem('key', message, hint);
  if (status === 401 || status === 403) {
    const message = `The proxy refuses a request of the widgets (HTTP ${status}): ${request}.`;
    return problem(
      'key',
      message,
      'Allow Affiliate_Affiliate::getAccountManager and Affiliate_Offer::findAll for pages of your site.',
    );
  }
  const hint = 'Look for the reason in the log of the proxy.';
  return problem('key', `The request ${request} failed (${failure ?? `HTTP ${status}`}).`, hint);
}
