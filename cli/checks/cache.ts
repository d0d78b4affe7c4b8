import { note, ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import { type Check, offersRequest } from '../session.js';

/** Milliseconds. Shorter times are network noise. */
const noticeable = 50;
/** Milliseconds. No cached response takes longer, however far away the proxy is. */
const distant = 300;

/** Does every visitor cause a call to HasOffers? It allows 50 calls in 10 seconds, for all visitors together. */
export const checkCache: Check = async ({ send, catalogue, isCrossOrigin }) => {
  const first = await catalogue();
  if (!isSuccess(first)) return [note('cache', 'Not checked: the request for offers failed.')];
  const again = [await send(offersRequest), await send(offersRequest)];
  const sign = [first, ...again].map(findSign).find((text) => text !== undefined);
  if (sign !== undefined) return [ok('cache', `Responses are cached (${sign}).`)];
  const isMiss = again.every((reply) => findHeader(reply, /\bmiss\b/i) !== undefined);
  const fastest = Math.min(...again.map(({ milliseconds }) => milliseconds));
  if (!isMiss && first.milliseconds > noticeable && fastest < first.milliseconds / 3) {
    const times = `${Math.round(first.milliseconds)} ms, then ${Math.round(fastest)} ms`;
    return [ok('cache', `Responses seem to be cached, judging by the time (${times}).`)];
  }
  if (isCrossOrigin && !isMiss && fastest <= distant) {
    const message =
      'Whether responses are cached is unknown: the time does not show it, and a page cannot read the headers.';
    return [note('cache', message, 'Run the command, which reads all headers.')];
  }
  const hint =
    'Cache responses in the proxy for some minutes and coalesce equal requests. If it does so already, send a header that shows it: "Age" or "X-Cache: HIT".';
  return [problem('cache', 'No sign that responses are cached: each visitor is a call to HasOffers.', hint)];
};

const names = ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-vercel-cache', 'cdn-cache', 'cache-status'];

/** The name of the cache header whose value matches. */
const findHeader = ({ headers }: Reply, pattern: RegExp): string | undefined =>
  names.find((name) => pattern.test(headers.get(name) ?? ''));

function findSign(reply: Reply): string | undefined {
  return findHeader(reply, /\b(?:hit|stale)\b/i) ?? (Number(reply.headers.get('age')) > 0 ? 'age' : undefined);
}
