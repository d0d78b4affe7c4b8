import { checkCache } from './checks/cache.js';
import { checkKey } from './checks/key.js';
import { checkLeak } from './checks/leak.js';
import { checkMethods } from './checks/methods.js';
import { checkOrigin } from './checks/origin.js';
import { checkParameters } from './checks/parameters.js';
import { checkPictures } from './checks/pictures.js';
import { checkReachable } from './checks/reachable.js';
import { checkTime } from './checks/time.js';
import type { Finding } from './findings.js';
import { createProbe, type ProbeOptions } from './probe.js';
import { type Check, createSession } from './session.js';

export interface CheckOptions extends ProbeOptions {
  /** Of the page that shall use the proxy. */
  readonly origin?: string | undefined;
  /** Told of findings as they come, for whoever shows them step by step. */
  readonly onFindings?: (findings: readonly Finding[]) => void;
}

/** What was found out about one proxy. */
export interface Report {
  readonly endpoint: string;
  /** No finding is a problem. */
  readonly ok: boolean;
  readonly requests: number;
  readonly findings: readonly Finding[];
}

/** In the order of asking: the time of the first list of offers tells whether the next one was kept. */
const checks = [checkKey, checkCache, checkTime, checkPictures, checkOrigin, checkMethods, checkParameters, checkLeak];

/** Looks at a proxy from outside, as a page and as an attacker would, without changing anything behind it. */
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
  // What is no proxy is asked nothing more; what it answered is still looked at for a key.
  const rest = first?.envelope === undefined ? [checkLeak] : checks;
  for (const check of first?.status === 0 ? [] : rest) await run(check);
  return {
    endpoint: options.endpoint,
    ok: findings.every(({ level }) => level !== 'problem'),
    requests: probe.replies.length,
    findings,
  };
}
