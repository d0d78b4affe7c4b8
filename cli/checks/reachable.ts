import { type Finding, ok, problem } from '../findings.js';
import type { Reply } from '../reply.js';
import { type Check, isLoopback } from '../session.js';

/** Does the URL return the API's envelope? Without that the other checks make no sense. */
export const checkReachable: Check = async ({ manager, endpoint, origin, page, isReachable, isCrossOrigin }) => {
  const reply = await manager();
  const isUnreadable = isCrossOrigin && reply.failure === 'no connection';
  const findings = isUnreadable ? explainUnreadable(page ?? '', await isReachable()) : [explain(reply)];
  if (endpoint.startsWith('http:') && !isLoopback(endpoint)) {
    const page = origin?.startsWith('https:') ? `A page of ${origin} cannot use it: browsers` : 'Browsers';
    const message = `The endpoint is plain http. ${page} refuse such requests from https pages.`;
    findings.push(problem('reachable', message, 'Serve the proxy over https, for instance behind the web server.'));
  }
  return findings;
};

function explain({ status, headers, envelope, failure }: Reply): Finding {
  if (failure !== undefined) return problem('reachable', `No response: ${failure}.`, hintFor(failure));
  if (status >= 300 && status < 400) {
    const hint = 'Use the final URL (check http or https, www, and the slash at the end).';
    return problem('reachable', `The URL redirects elsewhere (HTTP ${status}).`, hint);
  }
  const type = headers.get('content-type') ?? 'no content type';
  if (envelope === undefined) {
    const hint =
      status === 404
        ? 'Check the path: nothing is served there.'
        : 'Check that this is the proxy and not a page of the site, and read the log of the proxy.';
    const what = /html/i.test(type) ? 'an HTML page' : 'something other than an API response';
    return problem('reachable', `It returns ${what} (HTTP ${status}).`, hint);
  }
  if (status === 404) {
    const hint =
      'Check the path of the URL. Behind a web server that passes a path on, that server has to remove its prefix, or the proxy has to know it (the option path of createProxy).';
    return problem('reachable', 'A proxy responds, but it serves nothing under this path (HTTP 404).', hint);
  }
  if (!/json/i.test(type)) {
    const message = 'The response is JSON without its content type. Opened in a browser, it can run as a page.';
    return problem(
      'reachable',
      message,
      'Send "Content-Type: application/json" and "X-Content-Type-Options: nosniff".',
    );
  }
  return ok('reachable', 'It returns API responses.');
}

/** To a page, an unreachable proxy and one that does not allow the page's origin look the same. */
function explainUnreadable(page: string, isReachable: boolean): Finding[] {
  const allow = `send "Access-Control-Allow-Origin: ${page}" (for the proxy that ships with the widgets: HASOFFERS_ALLOWED_ORIGINS=${page})`;
  if (!isReachable) {
    const message = `No readable response: either the proxy is unreachable, or pages of ${page} are not allowed. A page cannot distinguish the two.`;
    const hint = `Open the URL in a tab. If you see a response, ${allow}, or run the command. If not, start the proxy, and check URL, certificate and firewall.`;
    return [problem('reachable', message, hint)];
  }
  const message = `Pages of ${page} may not read responses (no CORS), so this page cannot check more.`;
  const hint = `If your pages have this origin, ${allow}. If they have another one, this is correct: run the command, which can send any origin.`;
  return [ok('reachable', 'The server responds.'), problem('origin', message, hint)];
}

function hintFor(failure: string): string {
  if (failure === 'timeout')
    return 'Check whether the proxy hangs; its calls to HasOffers should time out after a few seconds.';
  if (failure === 'ENOTFOUND' || failure === 'EAI_AGAIN') return 'Check the host name: it does not exist.';
  if (failure === 'ECONNREFUSED') return 'Start the proxy, and check host and port.';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(failure)) return 'Renew or complete the certificate of the server.';
  return 'Start the proxy, and check URL, certificate and firewall.';
}
