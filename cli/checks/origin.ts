import { type Finding, note, ok, problem } from '../findings.js';
import { type Check, managerRequest } from '../session.js';

/** No real site: the name is reserved for documentation. */
const foreignOrigin = 'https://hasoffers-widgets-check.example';

const byCommand = 'Run the command, which can send any origin.';

/** May pages of the given origin read responses, and pages of other origins not? */
export const checkOrigin: Check = async ({ send, origin, endpoint, page, isCrossOrigin }) => {
  if (page !== undefined) {
    // This page could read the responses, so it is allowed.
    const own = isCrossOrigin ? `Pages of ${page} may read responses.` : 'Pages and proxy have the same origin.';
    return [
      ok('origin', own),
      note('origin', 'Whether pages of other sites may, too, is unknown: a page cannot check it.', byCommand),
    ];
  }
  const findings: Finding[] = [];
  if (origin === undefined) {
    findings.push(note('origin', 'Not checked for your pages.', 'Name one: --origin https://www.your-site.example'));
  } else findings.push(explainOwn(origin, endpoint, (await send({ ...managerRequest, origin })).headers));
  const { headers } = await send({ ...managerRequest, about: 'from a page of another site', origin: foreignOrigin });
  findings.push(explainForeign(headers));
  return findings;
};

function explainOwn(origin: string, endpoint: string, headers: Headers): Finding {
  const allowed = headers.get('access-control-allow-origin');
  if (new URL(endpoint).origin === origin) return ok('origin', 'Pages and proxy have the same origin.');
  const hint = `Send "Access-Control-Allow-Origin: ${origin}" (for the proxy that ships with the widgets: HASOFFERS_ALLOWED_ORIGINS=${origin}).`;
  if (allowed === null) return problem('origin', `Pages of ${origin} may not read responses (no CORS).`, hint);
  if (allowed === '*') return ok('origin', `Pages of ${origin} may read responses.`);
  if (allowed !== origin) {
    const message = `Pages of ${origin} may not read responses: another value is allowed. It must be exactly this origin, and only one.`;
    return problem('origin', message, hint);
  }
  if (!/\borigin\b|\*/i.test(headers.get('vary') ?? '')) {
    const message =
      'The response depends on the origin without saying so: a cache in between serves it to the wrong page.';
    return problem('origin', message, 'Send "Vary: Origin" with every response.');
  }
  return ok('origin', `Pages of ${origin} may read responses.`);
}

function explainForeign(headers: Headers): Finding {
  const allowed = headers.get('access-control-allow-origin');
  const isOpen = allowed === '*' || allowed === foreignOrigin;
  if (isOpen && headers.get('access-control-allow-credentials') === 'true') {
    const hint = 'Do not send "Access-Control-Allow-Credentials"; the widgets do not need it.';
    return problem('origin', 'Pages of every site may read responses with the visitor’s cookies.', hint);
  }
  if (!isOpen) return ok('origin', 'Pages of other sites may not read responses.');
  const hint = 'To prevent that, allow your own origins only. Programs outside browsers are not bound by CORS.';
  return note('origin', 'Pages of every site may read responses.', hint);
}
