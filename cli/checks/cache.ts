import { note, ok, problem } from '../findings.js';
import { isSuccess, type Reply } from '../reply.js';
import { type Check, catalogueQuestion } from '../session.js';

/** Below this, a wait cannot be told from the noise of the network. */
const noticeable = 50;
/** Above this, it is no kept answer, however far away the proxy is. */
const distant = 300;

/** Is HasOffers asked anew for every visitor? It allows 50 calls in 10 seconds, to all of them together. */
export const checkCache: Check = async ({ ask, catalogue, isBlind }) => {
  const first = await catalogue();
  if (!isSuccess(first)) return [note('cache', 'Not checked, since the list of offers was not answered.')];
  const again = [await ask(catalogueQuestion), await ask(catalogueQuestion)];
  const sign = [first, ...again].map(readSign).find((text) => text !== undefined);
  if (sign !== undefined) return [ok('cache', `Answers are kept (${sign}).`)];
  const isAskedAnew = again.every((reply) => wordOf(reply, /\bmiss\b/i) !== undefined);
  const fastest = Math.min(...again.map(({ milliseconds }) => milliseconds));
  if (!isAskedAnew && first.milliseconds > noticeable && fastest < first.milliseconds / 3) {
    const times = `${Math.round(first.milliseconds)} ms, then ${Math.round(fastest)} ms`;
    return [ok('cache', `Answers are kept, to judge by the time (${times}).`)];
  }
  if (isBlind && !isAskedAnew && fastest <= distant) {
    const message = 'Whether answers are kept cannot be told by the time alone, and a page does not see the headers.';
    return [note('cache', message, 'Let the command look, which sees all headers.')];
  }
  const hint =
    'Keep answers in the proxy for some minutes and let equal questions share one call. If it does so already, say so by a header: "Age" or "X-Cache: HIT".';
  return [problem('cache', 'No sign that answers are kept: each visitor is a call to HasOffers.', hint)];
};

const names = ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-vercel-cache', 'cdn-cache', 'cache-status'];

/** The name of the header that says a word about caches. */
const wordOf = ({ headers }: Reply, word: RegExp): string | undefined =>
  names.find((name) => word.test(headers.get(name) ?? ''));

function readSign(reply: Reply): string | undefined {
  return wordOf(reply, /\b(?:hit|stale)\b/i) ?? (Number(reply.headers.get('age')) > 0 ? 'age' : undefined);
}
