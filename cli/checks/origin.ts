import { type Finding, note, ok, problem } from '../findings.js';
import { type Check, managerQuestion } from '../session.js';

/** Nobody's: the name is reserved for documentation. */
const stranger = 'https://hasoffers-widgets-check.example';

const byCommand = 'Let the command look, which can speak for any origin.';

/** May pages of the given origin read answers, and pages of other origins not? */
export const checkOrigin: Check = async ({ ask, origin, endpoint, page, isBlind }) => {
  if (page !== undefined) {
    // That answers could be read is the proof.
    const own = isBlind ? `Pages of ${page} may read answers.` : 'Pages and proxy have the same origin.';
    return [
      ok('origin', own),
      note('origin', 'Whether pages of strangers may, too, cannot be seen from a page.', byCommand),
    ];
  }
  const findings: Finding[] = [];
  if (origin === undefined) {
    findings.push(note('origin', 'Not checked for your pages.', 'Name one: --origin https://www.your-site.example'));
  } else findings.push(explainOwn(origin, endpoint, (await ask({ ...managerQuestion, origin })).headers));
  const { headers } = await ask({ ...managerQuestion, about: 'from a page of a stranger', origin: stranger });
  findings.push(explainForeign(headers));
  return findings;
};

function explainOwn(origin: string, endpoint: string, headers: Headers): Finding {
  const allowed = headers.get('access-control-allow-origin');
  if (new URL(endpoint).origin === origin) return ok('origin', 'Pages and proxy have the same origin.');
  const hint = `Send "Access-Control-Allow-Origin: ${origin}" (for the proxy that ships with the widgets: HASOFFERS_ALLOWED_ORIGINS=${origin}).`;
  if (allowed === null) return problem('origin', `Pages of ${origin} may not read answers (no CORS).`, hint);
  if (allowed === '*') return ok('origin', `Pages of ${origin} may read answers.`);
  if (allowed !== origin) {
    const message = `Pages of ${origin} may not read answers: another value is allowed. It must be the very same text, one alone.`;
    return problem('origin', message, hint);
  }
  if (!/\borigin\b|\*/i.test(headers.get('vary') ?? '')) {
    const message =
      'The answer depends on the origin and does not say so: a cache in between gives it to the wrong page.';
    return problem('origin', message, 'Send "Vary: Origin" with every answer.');
  }
  return ok('origin', `Pages of ${origin} may read answers.`);
}

function explainForeign(headers: Headers): Finding {
  const allowed = headers.get('access-control-allow-origin');
  const isOpen = allowed === '*' || allowed === stranger;
  if (isOpen && headers.get('access-control-allow-credentials') === 'true') {
    const hint = 'Send no "Access-Control-Allow-Credentials"; the widgets need none.';
    return problem('origin', 'Pages of everybody may read answers with the visitor’s cookies.', hint);
  }
  if (!isOpen) return ok('origin', 'Pages of strangers may not read answers.');
  const hint = 'If that is not wanted, allow your own origins only. Programs outside browsers can ask in any case.';
  return note('origin', 'Pages of everybody may read answers.', hint);
}
