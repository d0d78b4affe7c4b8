import { checkAllowedMethod } from '../policy/policy.js';
import { parseRedisUrl } from '../stores/redis-url.js';
import { findSecretProblem } from '../tokens/secrets.js';

/**
 * A setting's problem as text that follows its name; `undefined` = none. Used for variables and options
 * alike. A value is never repeated: an operator who mixes up two variables would otherwise print a key.
 */
export type Check<Value> = (value: Value) => string | undefined;

export const checkNetworkId: Check<string> = (value) =>
  // It becomes part of the host name that the key is sent to, so no character that could end a host name.
  /^[A-Za-z0-9-]{1,63}$/.test(value)
    ? undefined
    : 'must consist of letters, digits and hyphens, as in https://NETWORKID.api.hasoffers.com';

export const checkKeys: Check<readonly string[]> = (keys) => {
  if (keys.length === 0) return 'must hold at least one API key';
  // In JavaScript, a variable that is missing arrives as `undefined`, which matches as text.
  const bad = keys.findIndex((key) => typeof key !== 'string' || !/^[A-Za-z0-9._~-]{8,256}$/.test(key));
  return bad === -1
    ? undefined
    : `has a malformed key at position ${bad + 1}: 8 to 256 letters and digits are expected`;
};

export const checkOrigins: Check<readonly string[]> = (origins) => {
  if (origins.length === 0) return 'must name at least one origin';
  if (origins.includes('*')) return "must be either '*' or a list of origins, not both";
  const bad = origins.findIndex((origin) => !isOrigin(origin));
  return bad === -1
    ? undefined
    : `has a malformed entry at position ${bad + 1}: write https://site.example without path or final slash`;
};

/** Method ids are no secrets and are repeated in the message; text that is no method id could be one and is not. */
export function checkAllow(canAuthorize: boolean): Check<readonly string[]> {
  return (methodIds) => {
    const problems = methodIds.flatMap((methodId, index) => {
      if (!/^[A-Za-z_]{1,60}::[A-Za-z]{1,60}(?:\+code)?$/.test(methodId)) {
        return [
          `has a malformed entry at position ${index + 1}: write Target::Method, such as Affiliate_Goal::findAll`,
        ];
      }
      const problem = checkAllowedMethod(methodId, canAuthorize);
      return problem === undefined ? [] : [`names ${methodId}, which ${problem}`];
    });
    return problems.length === 0 ? undefined : problems.join('; it ');
  };
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[a-z0-9.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

export const checkLinkHosts: Check<readonly string[]> = (hosts) => {
  const bad = hosts.findIndex((host) => !/^[a-z0-9.-]+(?::\d{1,5})?$/.test(host) || !URL.canParse(`https://${host}/`));
  return bad === -1
    ? undefined
    : `has a malformed host at position ${bad + 1}: write shop.example, without https:// or path`;
};

export const checkUpstream: Check<string> = (value) => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return 'must be an http(s) URL';
  const { username, password, search, hash } = new URL(value);
  return username || password || search || hash ? 'must have no user, query or fragment' : undefined;
};

export const checkRedisUrl: Check<string> = (value) =>
  parseRedisUrl(value) !== undefined
    ? undefined
    : 'must be a URL such as redis://127.0.0.1:6379, rediss://user:password@host:6380/0, ' +
      'redis+cluster://host:7000,host:7001 or redis+sentinel://host:26379/name';

export const checkPath: Check<string> = (value) =>
  /^\/(?:[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*)?$/.test(value)
    ? undefined
    : "must begin with '/' and not end with one, such as /hasoffers";

export function checkInteger(min: number, max: number): Check<number> {
  return (value) =>
    Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : `must be a whole number from ${min} to ${max}`;
}

export const checkTokenSecret: Check<string> = findSecretProblem;

export const checkUserId: Check<string> = (value) =>
  /^[1-9]\d{0,9}$/.test(value) ? undefined : 'must be the number of a user of your affiliate account';

/** The limits of the numeric settings, shared by variables and options. */
export const checkClientLimit = checkInteger(0, 100_000_000);
export const checkTrustedHops = checkInteger(0, 10);
export const checkBudget = checkInteger(1, 1000);
export const checkTimeout = checkInteger(100, 60_000);
export const checkPort = checkInteger(0, 65_535);

/** Where the API is: an overridden base gets the API's path unless it already ends in an output format. */
export function toBaseUrl(networkId: string, upstream: string | undefined): string {
  if (upstream === undefined) return `https://${networkId}.api.hasoffers.com/Apiv3/json`;
  const base = upstream.replace(/\/+$/, '');
  return base.endsWith('/json') ? base : `${base}/Apiv3/json`;
}
