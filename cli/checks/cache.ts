import { note, ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import { type Check, catalogueQuestion } from '../session.js';

/** Below this, a wait cannot be told from the noise of the network. */
const noticeable = 50;

/** Is HasOffers asked anew for every visitor? It allows 50 calls in 10 seconds, to all of them together. */
export const checkCache: Check = async ({ ask, catalogue, isBlind }) => {
  const first = await catalogue();
  if (!isSuccess(first)) return [note('cache', 'Not checked, since the list of offers was not answered.')];
  const again = [await ask(catalogueQuestion), await ask(catalogueQuestion)];
  const sign = [first, ...again].map(readSign).find((text) => text !== undefined);
  if (sign !== undefined) return [ok('cache', `Answers are kept (${sign}).`)];
  const fastest = Math.min(...again.map(({ milliseconds }) => milliseconds));
  if (first.milliseconds > noticeable && fastest < first.milliseconds / 3) {
    const times = `${Math.round(first.milliseconds)} ms, then ${Math.round(fastest)} ms`;
    return [ok('cache', `Answers are kept, to judge by the time (${times}).`)];
  }
  if (isBlind && fastest <= noticeable) {
    const message = 'Whether answers are kept cannot be told by the time alone, and a page does not see the headers.';
    return [note('cache', message, 'Let the command look, which sees all headers.')];
  }
  const cure =
    'Keep answers in the proxy for some minutes and let equal questions share one call. If it does so already, say so by a header: "Age" or "X-Cache: HIT".';
  return [problem('cache', 'No sign that answers are kept: each visitor is a call to HasOffers.', cure)];
};

function readSign({ headers }: Reply): string | undefined {
  for (const name of ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-vercel-cache', 'cdn-cache', 'cache-status']) {
    if (/\b(?:hit|stale)\b/i.test(headers.get(name) ?? '')) return name;
  }
  return Number(headers.get('age')) > 0 ? 'age' : undefined;
}
