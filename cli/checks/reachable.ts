import { type Finding, ok, problem } from '../findings.js';
import type { Reply } from '../reply.js';
import { type Check, isLoopback } from '../session.js';

/** Is there something at this address that answers in the API's form? Without that the other checks make no sense. */
export const checkReachable: Check = async ({ manager, endpoint, origin, page, isThere, isBlind }) => {
  const reply = await manager();
  const isUnreadable = isBlind && reply.failure === 'no connection';
  const findings = isUnreadable ? explainUnreadable(page ?? '', await isThere()) : [explain(reply)];
  if (endpoint.startsWith('http:') && !isLoopback(endpoint)) {
    const page = origin?.startsWith('https:') ? `A page of ${origin} cannot use it: browsers` : 'Browsers';
    const message = `The endpoint is plain http. ${page} refuse such requests from https pages.`;
    findings.push(problem('reachable', message, 'Serve the proxy over https, for instance behind the web server.'));
  }
  return findings;
};

function explain({ status, headers, envelope, failure }: Reply): Finding {
  if (failure !== undefined) return problem('reachable', `Nothing answers: ${failure}.`, hintFor(failure));
  if (status >= 300 && status < 400) {
    const hint = 'Give the final address (check http or https, www, and the slash at the end).';
    return problem('reachable', `The address redirects elsewhere (HTTP ${status}).`, hint);
  }
  const type = headers.get('content-type') ?? 'no content type';
  if (envelope === undefined) {
    const hint =
      status === 404
        ? 'Check the path: nothing is served under this one.'
        : 'Check that this is the proxy and not a page of the site, and look into the log of the proxy.';
    const what = /html/i.test(type) ? 'an HTML page' : 'something that is not in the form of the API';
    return problem('reachable', `It answers ${what} (HTTP ${status}).`, hint);
  }
  if (!/json/i.test(type)) {
    const message =
      'The answer is JSON but is not called so by its content type. Opened in a browser, it can run as a page.';
    return problem(
      'reachable',
      message,
      'Send "Content-Type: application/json" and "X-Content-Type-Options: nosniff".',
    );
  }
  return ok('reachable', 'It answers in the form of the API.');
}

/** To a page, a browser says the same of a proxy that is not there and of one that keeps the page's origin away. */
function explainUnreadable(page: string, isThere: boolean): Finding[] {
  const allow = `send "Access-Control-Allow-Origin: ${page}" (for the proxy that ships with the widgets: HASOFFERS_ALLOWED_ORIGINS=${page})`;
  if (!isThere) {
    const message = `Nothing can be read: either nothing answers, or pages of ${page} are kept away. A browser does not tell a page which.`;
    const hint = `Open the address in a tab. If something shows, ${allow}, or let the command look. If not, start the proxy, and check address, certificate and firewall.`;
    return [problem('reachable', message, hint)];
  }
  const message = `Pages of ${page} may not read answers (no CORS), so that nothing more can be seen from this page.`;
  const hint = `If your pages are there, ${allow}. If they are elsewhere, this is as it should be: let the command look, which can speak for any origin.`;
  return [ok('reachable', 'Something answers.'), problem('origin', message, hint)];
}

function hintFor(failure: string): string {
  if (failure === 'timeout') return 'Look whether the proxy hangs; it should give up on HasOffers after some seconds.';
  if (failure === 'ENOTFOUND' || failure === 'EAI_AGAIN') return 'Check the host name, there is no such one.';
  if (failure === 'ECONNREFUSED') return 'Start the proxy, and check host and port.';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(failure)) return 'Renew or complete the certificate of the server.';
  return 'Start the proxy, and check address, certificate and firewall.';
}
