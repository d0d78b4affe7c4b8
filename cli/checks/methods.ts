import { type Finding, note, ok, problem } from '../findings.js';
import type { ProbeRequest } from '../probe.js';
import { readOutcome } from '../reply.js';
import { type Check, isLoopback } from '../session.js';

/**
 * Does the proxy refuse methods that no page may call? An open proxy forwards these requests to the real account, so:
 *
 * - No existing method that writes is ever sent, not even a malformed one: HasOffers writes by GET, too, what it does when
 *   a parameter is missing is not documented, and one method (`updateTaxId`) clears what it is not given.
 * - First a writing method that does not exist, which cannot change an account.
 * - Then two methods that read, the less sensitive one first. The one that returns the key comes last, is only sent where
 *   the previous one was refused, and never over a connection that others can read.
 */
const inventedWriter: ProbeRequest = {
  methodId: 'Affiliate_Affiliate::updateHasoffersWidgetsCheck',
  about: 'a writing method that does not exist',
};
const users: ProbeRequest = {
  methodId: 'Affiliate_AffiliateUser::findAll',
  about: 'ids of the users of the account',
  parameters: [
    ['fields[]', 'id'],
    ['limit', '1'],
    ['page', '1'],
  ],
};
const apiKey: ProbeRequest = { methodId: 'Affiliate_ApiKey::getUserApiKey', about: 'the key itself' };

const hint =
  'Allow listed combinations of Target and Method and refuse all others with HTTP 403, without a call to HasOffers. ' +
  'A deny list is not enough: methods that change where the money goes can be called by GET.';

export const checkMethods: Check = async ({ send, endpoint }) => {
  const isPrivate = endpoint.startsWith('https:') || isLoopback(endpoint);
  const unclear: Finding[] = [];
  for (const request of isPrivate ? [inventedWriter, users, apiKey] : [inventedWriter, users]) {
    const outcome = readOutcome(await send(request));
    const name = `${request.methodId} (${request.about})`;
    if (outcome === 'forwarded') {
      return [
        problem('methods', `Any method can be called, also those that write: the proxy forwarded ${name}.`, hint),
      ];
    }
    if (outcome === 'unclear') {
      unclear.push(note('methods', `Unclear whether the proxy forwarded ${name}.`, 'Refuse with HTTP 403.'));
    }
  }
  return unclear.length > 0 ? unclear : [ok('methods', 'Methods that write or return secrets are refused.')];
};
