/**
 * Checks an endpoint before the first request. The message does not repeat the URL, which may hold a key.
 *
 * @returns the problem; `undefined` = none
 */
export function findEndpointProblem(endpoint: string): string | undefined {
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    return 'The endpoint must be a URL that begins with https:// or http://.';
  }
  const { hostname, username, password, searchParams, hash } = new URL(endpoint);
  if (username || password || hash) return 'The endpoint must have no user, no password and no fragment.';
  if (/(?:^|\.)hasoffers\.com\.?$/i.test(hostname)) {
    return 'This is the API itself. Pages must use a proxy, or every visitor gets the key.';
  }
  if ([...searchParams.keys()].some((name) => /api.?key|token/i.test(name))) {
    return 'The endpoint holds a key, which would be in every page. The proxy must add it.';
  }
  return undefined;
}
