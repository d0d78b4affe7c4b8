import { note, ok, problem } from '../findings.js';
import { isSuccess } from '../reply.js';
import { type Check, offersRequest } from '../session.js';

/** Acceptable milliseconds for a new response and for a cached one. */
const limits = { first: 3000, again: 500 };

/** How long does a visitor wait for offers? */
export const checkTime: Check = async ({ catalogue, replies }) => {
  const first = await catalogue();
  // A fast failure says nothing about the time; a slow one is reported below.
  if (!isSuccess(first) && first.milliseconds <= limits.first) {
    return [note('time', 'Not checked: the request for offers failed.')];
  }
  const good = replies.filter((reply) => isSuccess(reply) && reply.request === offersRequest.methodId);
  const times = good.slice(1).map(({ milliseconds }) => milliseconds);
  const again = times.length === 0 ? undefined : Math.min(...times);
  const shown = `${Math.round(first.milliseconds)} ms${again === undefined ? '' : `, then ${Math.round(again)} ms`}`;
  if (first.milliseconds <= limits.first && (again ?? 0) <= limits.again)
    return [ok('time', `A list of offers takes ${shown}.`)];
  const hint =
    first.milliseconds > limits.first && (again ?? 0) <= limits.again
      ? 'Request fewer fields and relations, and revalidate cached responses in the background, so that nobody waits for HasOffers.'
      : 'Cache responses in the proxy, and run it near your visitors.';
  return [problem('time', `A list of offers takes ${shown}.`, hint)];
};
