import { checkCache } from './checks/cache.js';
import { checkKey } from './checks/key.js';
import { checkLeak } from './checks/leak.js';
import { checkMethods } from './checks/methods.js';
import { checkOrigin } from './checks/origin.js';
import { checkParameters } from './checks/parameters.js';
import { checkPictures } from './checks/pictures.js';
import { checkReachable } from './checks/reachable.js';
import { checkSignedIn } from './checks/signed-in.js';
import { checkTime } from './checks/time.js';
import type { Finding } from './findings.js';
import { createProbe, type ProbeOptions } from './probe.js';
import { type Check, createSession } from './session.js';

export interface CheckOptions extends ProbeOptions {
  /** Origin of the pages that are to use the proxy. */
  readonly origin?: string | undefined;
  /** Called with the findings of each check, to show them step by step. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** The result of checking one proxy. */
export interface Report {
  readonly endpoint: string;
  /** No finding is a problem. */
  readonly ok: boolean;
  readonly requests: number;
  readonly findings: readonly Finding[];
}

/** In this order, since the first request for offers has to be the one that fills the proxy's cache. */
const checks = [
  checkKey,
  checkCache,
  checkTime,
  checkPictures,
  checkOrigin,
  checkMethods,
  checkParameters,
  checkSignedIn,
  checkLeak,
];

/** Checks a proxy from outside, as a page and as an attacker would, without changing anything in the account. */
export async function runCheck({ origin, onFindings, ...options }: CheckOptions): Promise<Report> {
  const probe = createProbe(options);
  const session = createSession(probe, options.endpoint, { origin, page: options.page });
  const findings: Finding[] = [];
  const run = async (check: Check) => {
    const found = await check(session);
    findings.push(...found);
    onFindings?.(found);
  };
  await run(checkReachable);
  const [first] = probe.replies;
  // A server that is no proxy, or not at this path, gets no further request, but its response is searched for a key.
  const rest = first?.envelope === undefined || first.status === 404 ? [checkLeak] : checks;
  for (const check of first?.status === 0 ? [] : rest) await run(check);
  return {
    endpoint: options.endpoint,
    ok: findings.every(({ level }) => level !== 'problem'),
    requests: probe.replies.length,
    findings,
  };
}
