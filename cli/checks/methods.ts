import { type Finding, note, ok, problem } from '../findings.js';
import type { Question } from '../probe.js';
import { toFate } from '../reply.js';
import { type Check, isLoopback } from '../session.js';

/**
 * Does the proxy refuse what no page may ask? A proxy that does not refuse passes these on to the real account, so:
 *
 * - No existing writer is ever sent, however malformed: HasOffers writes by GET, too, nobody outside knows what it does
 *   when a parameter is missing, and one writer (`updateTaxId`) clears what it is not given.
 * - First a writer that does not exist, which no account can be changed by.
 * - Then two readers, the less telling one first. The one that hands out the key comes last, is only sent where the one
 *   before was not answered, and never over a connection that others can read.
 */
const invented: Question = {
  pair: 'Affiliate_Affiliate::updateHasoffersWidgetsCheck',
  about: 'a writer that does not exist',
};
const people: Question = {
  pair: 'Affiliate_AffiliateUser::findAll',
  about: 'ids of the people of the account',
  parameters: [
    ['fields[]', 'id'],
    ['limit', '1'],
    ['page', '1'],
  ],
};
const secret: Question = { pair: 'Affiliate_ApiKey::getUserApiKey', about: 'the key itself' };

const hint =
  'Let listed pairs of Target and Method through and answer all others with HTTP 403, without asking HasOffers. ' +
  'Forbidden lists do not do: methods that change where the money goes can be called by GET.';

export const checkMethods: Check = async ({ ask, endpoint }) => {
  const isPrivate = endpoint.startsWith('https:') || isLoopback(endpoint);
  const unclear: Finding[] = [];
  for (const question of isPrivate ? [invented, people, secret] : [invented, people]) {
    const fate = toFate(await ask(question));
    const name = `${question.pair} (${question.about})`;
    if (fate === 'forwarded') {
      return [problem('methods', `Everything can be asked, also what writes: HasOffers was asked ${name}.`, hint)];
    }
    if (fate === 'unclear') {
      unclear.push(note('methods', `Not clear whether HasOffers was asked ${name}.`, 'Refuse with HTTP 403.'));
    }
  }
  return unclear.length > 0 ? unclear : [ok('methods', 'What writes or hands out secrets is refused.')];
};
