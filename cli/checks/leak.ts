import { ok, problem } from '../findings.js';
import type { Reply } from '../reply.js';
import type { Check } from '../session.js';

/** Under its name, as HasOffers repeats it; in an address; and in the words of its error. Masked values do not count. */
const named = [
  /"(?:api_key|NetworkToken|SessionToken)"\s*:\s*"(?!\W?(?:redacted|hidden|masked|removed|secret|x{3,})\W?")[^"*]*[a-z\d][^"*]*"/i,
  /\b(?:api_key|NetworkToken|SessionToken)=[a-z\d]{8,}/i,
  /[\w-]{16,} is not authenticated/,
];
/** Keys of HasOffers are 64 hexadecimal characters. Longer ones are something else, and so is a part of an address. */
const shaped = /(?<![\w/.-])[0-9a-f]{64}(?![\w/.-])/i;
/** Their values are made by hashing, and a hash of the right length looks like a key. */
const hashes = /^(?:etag|.*digest|set-cookie|.*-id|x-amz-.*|x-served-by)$/;

/** Does any answer hold a key? To be run last: it looks at all that has come. The key itself is never shown. */
export const checkLeak: Check = async ({ replies, isBlind }) => {
  const places = [...new Set(replies.filter(holdsKey).map(({ question }) => question))];
  if (places.length === 0) {
    const message = `No key in any of ${replies.length} answers`;
    // Of an answer's headers a page sees its own origin's alone.
    return [ok('leak', isBlind ? `${message}; most of their headers cannot be seen from a page.` : `${message}.`)];
  }
  const where =
    places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} others` : places.join(', ');
  const hint =
    'Take the proxy off the net, replace the key in your account, and use a proxy that copies the listed fields only. ' +
    'HasOffers repeats the key in the member "request" and in error messages.';
  return [problem('leak', `THE API KEY IS IN THE ANSWERS, for everybody to read: ${where}.`, hint)];
};

function holdsKey({ headers, body }: Reply): boolean {
  const values = [...headers].filter(([name]) => !hashes.test(name)).map(([, value]) => value);
  const texts = [body, body.replaceAll('\\', ''), ...values];
  return texts.some((text) => [...named, shaped].some((pattern) => pattern.test(text)));
}
