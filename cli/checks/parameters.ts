import { type Finding, note, ok, problem } from '../findings.js';
import { isSuccess, type Reply, readOutcome, toObject } from '../reply.js';
import type { Check } from '../session.js';

/** Reads ids only, so that even an unrestricted response is small. */
const methodId = 'Affiliate_Offer::findAll';
const small = [
  ['fields[]', 'id'],
  ['page', '1'],
] as const;
/** Sent as a parameter and as a key. It is no key and does not look like one. */
const marker = 'hasoffers-widgets-check';
const maxRows = 100;

/** Are parameters checked, or are a visitor's parameters forwarded to HasOffers? */
export const checkParameters: Check = async ({ send, catalogue }) => {
  const works = isSuccess(await catalogue());
  const unknown = await send({
    methodId,
    about: 'an unknown parameter',
    parameters: [...small, ['limit', '1'], [marker, '1']],
  });
  const huge = await send({ methodId, about: 'limit=100000', parameters: [...small, ['limit', '100000']] });
  const smuggled = await send({
    methodId,
    about: 'api.key',
    parameters: [...small, ['limit', '1'], ['api.key', marker]],
  });
  const findings = [explainUnknown(unknown), explainLimit(huge), explainKey(smuggled, works)];
  const isFine = findings.every(({ level }) => level === 'ok');
  return isFine ? [ok('parameters', 'Unknown and excessive parameters are refused.')] : findings;
};

function explainUnknown(reply: Reply): Finding {
  if (readOutcome(reply) === 'refused') return ok('parameters', 'Unknown parameters are refused.');
  const hint = 'Refuse every parameter that is not on the list of the method with HTTP 400, and rebuild the query.';
  if (reply.envelope?.echo?.includes(marker)) return problem('parameters', 'Unknown parameters reach HasOffers.', hint);
  return note('parameters', 'An unknown parameter is not refused; it may be ignored or passed on.', hint);
}

function explainLimit(reply: Reply): Finding {
  if (readOutcome(reply) === 'refused') return ok('parameters', 'A limit of 100,000 is refused.');
  const hint = 'Allow limits of 1 to 100, and refuse others with HTTP 400.';
  if (reply.failure !== undefined || !isSuccess(reply)) {
    return note('parameters', `A limit of 100,000 is not refused (HTTP ${reply.status}).`, hint);
  }
  const { pageCount, data } = toObject(reply.envelope?.data);
  const rows = Object.keys(toObject(data ?? reply.envelope?.data)).length;
  const isCut = Number(pageCount) > 1 && rows <= maxRows;
  if (isCut) return ok('parameters', 'A limit of 100,000 is reduced.');
  return problem('parameters', 'A visitor can request the whole catalogue at once (limit=100000).', hint);
}

/** PHP, which HasOffers is likely to run on, reads `api.key` as `api_key`, and the last value wins. */
function explainKey(reply: Reply, works: boolean): Finding {
  if (readOutcome(reply) === 'refused') return ok('parameters', 'A key under a mangled name is refused.');
  const hint = 'Compare parameter names exactly with a list, and append the key last. Do not filter known bad names.';
  const arrived = reply.envelope?.echo?.includes(marker) || reply.envelope?.errors.includes(marker);
  if (arrived || (works && reply.status === 200 && !isSuccess(reply))) {
    return problem('parameters', 'A visitor’s own key reaches HasOffers under a mangled name (api.key).', hint);
  }
  return note('parameters', 'A key under a mangled name (api.key) is not refused, but had no effect.', hint);
}
