import { ok, problem } from '../findings.js';
import type { Reply } from '../reply.js';
import type { Check } from '../session.js';

/** Under its name, as HasOffers repeats it; in a URL; and in its error message. Masked values do not count. */
const named = [
  /"(?:api_key|NetworkToken|SessionToken)"\s*:\s*"(?!\W?(?:redacted|hidden|masked|removed|secret|x{3,})\W?")[^"*]*[a-z\d][^"*]*"/i,
  /\b(?:api_key|NetworkToken|SessionToken)=[a-z\d]{8,}/i,
  /[\w-]{16,} is not authenticated/,
];
/** Keys of HasOffers are 64 hexadecimal characters. Longer ones are something else, and so is a part of a URL. */
const shaped = /(?<![\w/.-])[0-9a-f]{64}(?![\w/.-])/i;
/** Headers with hashes, which can look like a key. */
const hashes = /^(?:etag|.*digest|set-cookie|.*-id|x-amz-.*|x-served-by)$/;

/** Does any response contain a key? Runs last, since it searches all responses. The key itself is never printed. */
export const checkLeak: Check = async ({ replies, isCrossOrigin }) => {
  const places = [...new Set(replies.filter(holdsKey).map(({ request }) => request))];
  if (places.length === 0) {
    const message = `No key in any of ${replies.length} responses`;
    // A page can read all headers of its own origin only.
    return [ok('leak', isCrossOrigin ? `${message}; a page cannot read most of their headers.` : `${message}.`)];
  }
  const where =
    places.length > 3 ? `${places.slice(0, 3).join(', ')} and ${places.length - 3} others` : places.join(', ');
  const hint =
    'Take the proxy offline, replace the key in your account, and use a proxy that passes listed fields only. ' +
    'HasOffers repeats the key in the member "request" and in error messages.';
  return [problem('leak', `THE API KEY IS IN THE RESPONSES, for everybody to read: ${where}.`, hint)];
};

function holdsKey({ headers, body }: Reply): boolean {
  const values = [...headers].filter(([name]) => !hashes.test(name)).map(([, value]) => value);
  const texts = [body, body.replaceAll('\\', ''), ...values];
  return texts.some((text) => [...named, shaped].some((pattern) => pattern.test(text)));
}
