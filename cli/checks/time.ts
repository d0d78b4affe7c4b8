import { note, ok, problem } from '../findings.js';
import { isSuccess } from '../reply.js';
import { type Check, catalogueQuestion } from '../session.js';

/** Milliseconds that a visitor waits without noticing much: for a new answer, and for one that is kept. */
const limits = { first: 3000, again: 500 };

/** How long a visitor waits. */
export const checkTime: Check = async ({ catalogue, replies }) => {
  const first = await catalogue();
  // A refusal comes fast; what does not come, or comes late, is said below.
  if (!isSuccess(first) && first.milliseconds <= limits.first) {
    return [note('time', 'Not checked, since the list of offers was not answered.')];
  }
  const good = replies.filter((reply) => isSuccess(reply) && reply.question === catalogueQuestion.pair);
  const times = good.slice(1).map(({ milliseconds }) => milliseconds);
  const again = times.length === 0 ? undefined : Math.min(...times);
  const shown = `${Math.round(first.milliseconds)} ms${again === undefined ? '' : `, then ${Math.round(again)} ms`}`;
  if (first.milliseconds <= limits.first && (again ?? 0) <= limits.again)
    return [ok('time', `A list of offers takes ${shown}.`)];
  const hint =
    first.milliseconds > limits.first && (again ?? 0) <= limits.again
      ? 'Ask for fewer fields and relations, and renew kept answers in the background, so that nobody waits for HasOffers.'
      : 'Keep answers in the proxy, and run it near your visitors.';
  return [problem('time', `A list of offers takes ${shown}.`, hint)];
};
