/**
 * What is wrong with an address before anything is asked there; `undefined` = nothing. Nothing is repeated: an address
 * that is refused here may hold a key.
 */
export function findEndpointProblem(endpoint: string): string | undefined {
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    return 'The endpoint is a whole address that begins with https:// or http://.';
  }
  const { hostname, username, password, searchParams, hash } = new URL(endpoint);
  if (username || password || hash) return 'The endpoint has no user, no password and no fragment.';
  if (/(?:^|\.)hasoffers\.com\.?$/i.test(hostname)) {
    return 'That is the API itself. Pages must ask a proxy, or everybody gets the key.';
  }
  if ([...searchParams.keys()].some((name) => /api.?key|token/i.test(name))) {
    return 'The endpoint holds a key. It would be in every page: the proxy must add it.';
  }
  return undefined;
}
