import { type Finding, note, ok, problem } from '../findings.js';
import { isSuccess, type Reply, toFate, toObject } from '../reply.js';
import type { Check } from '../session.js';

/** Reads ids only, so that even what a careless proxy lets through is small. */
const pair = 'Affiliate_Offer::findAll';
const small = [
  ['fields[]', 'id'],
  ['page', '1'],
] as const;
/** Nobody's key, and not shaped like one. */
const mark = 'hasoffers-widgets-check';
const mostRows = 100;

/** Are parameters checked, or does the visitor decide what HasOffers is asked? */
export const checkParameters: Check = async ({ ask, catalogue }) => {
  const works = isSuccess(await catalogue());
  const unknown = await ask({
    pair,
    about: 'an unknown parameter',
    parameters: [...small, ['limit', '1'], [mark, '1']],
  });
  const huge = await ask({ pair, about: 'limit=100000', parameters: [...small, ['limit', '100000']] });
  const smuggled = await ask({ pair, about: 'api.key', parameters: [...small, ['limit', '1'], ['api.key', mark]] });
  const findings = [explainUnknown(unknown), explainLimit(huge), explainKey(smuggled, works)];
  const isFine = findings.every(({ level }) => level === 'ok');
  return isFine ? [ok('parameters', 'Unknown and excessive parameters are refused.')] : findings;
};

function explainUnknown(reply: Reply): Finding {
  if (toFate(reply) === 'refused') return ok('parameters', 'Unknown parameters are refused.');
  const hint = 'Answer HTTP 400 to every parameter that is not on the list of the method, and write the question anew.';
  if (reply.envelope?.echo?.includes(mark)) return problem('parameters', 'Unknown parameters reach HasOffers.', hint);
  return note('parameters', 'An unknown parameter is not refused; it may be ignored or passed on.', hint);
}

function explainLimit(reply: Reply): Finding {
  if (toFate(reply) === 'refused') return ok('parameters', 'A limit of 100,000 is refused.');
  const hint = 'Allow limits of 1 to 100, and answer HTTP 400 to others.';
  if (reply.failure !== undefined || !isSuccess(reply)) {
    return note('parameters', `A limit of 100,000 is not refused (HTTP ${reply.status}).`, hint);
  }
  const { pageCount, data } = toObject(reply.envelope?.data);
  const rows = Object.keys(toObject(data ?? reply.envelope?.data)).length;
  const isCut = Number(pageCount) > 1 && rows <= mostRows;
  if (isCut) return ok('parameters', 'A limit of 100,000 is cut down.');
  return problem('parameters', 'A visitor can ask for the whole catalogue at once (limit=100000).', hint);
}

/** PHP, which HasOffers is likely to run on, reads `api.key` as `api_key`; with the last one winning, it is the visitor's. */
function explainKey(reply: Reply, works: boolean): Finding {
  if (toFate(reply) === 'refused') return ok('parameters', 'A key under a mangled name is refused.');
  const hint = 'Compare parameter names exactly with a list, and put the key in last. Do not filter known bad names.';
  const arrived = reply.envelope?.echo?.includes(mark) || reply.envelope?.errors.includes(mark);
  if (arrived || (works && reply.status === 200 && !isSuccess(reply))) {
    return problem('parameters', 'A key of the visitor’s reaches HasOffers under a mangled name (api.key).', hint);
  }
  return note('parameters', 'A key under a mangled name (api.key) is not refused, but had no effect.', hint);
}
