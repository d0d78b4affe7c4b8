import type { Call, Policy } from '../policy/policy.js';
import { Refusal } from '../policy/proxy-error.js';
import type { OriginCheck } from './cors.js';
import type { Counters } from './counters.js';
import type { Log } from './log.js';
import type { Authorize } from './options.js';
import type { Answer, Question } from './proxy-request.js';
import type { ClientLimit } from './rate-limit.js';
import type { Answers, ServedAnswer } from './response-cache.js';
import { toAnswer, toPreflightAnswer, toRefusedAnswer, toServedAnswer } from './responses.js';
import type { SecretScan } from './secret-scan.js';

export interface RouterOptions {
  readonly path: string;
  readonly checkOrigin: OriginCheck;
  readonly limitClient: ClientLimit;
  readonly policy: Policy;
  readonly answers: Answers;
  /** Text of the health report. */
  readonly readHealth: () => string;
  readonly authorize: Authorize | undefined;
  readonly holdsSecret: SecretScan;
  readonly counters: Counters;
  readonly log: Log;
}

export type Router = (question: Question) => Answer | Promise<Answer>;

const mostRemembered = 1000;

/** Takes a question through every check, the cheap ones first. Never throws. */
export function createRouter(options: RouterOptions): Router {
  const { path, checkOrigin, limitClient, policy, answers, readHealth, authorize, holdsSecret, counters, log } =
    options;
  const base = path === '/' ? '' : path;
  const isEndpoint = (asked: string): boolean => asked === path || asked === `${base}/`;
  const isHealth = (asked: string): boolean => asked === `${base}/health`;
  const remembered = new Map<string, Call>();

  /** Visitors of one page send the same text; what passed once need not be taken apart again. */
  function parse(query: string): Call {
    const known = remembered.get(query);
    if (known !== undefined) return known;
    const call = policy.parse(query);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(query, call);
    return call;
  }

  function refuse(error: unknown, allowOrigin: string | undefined): Answer {
    let refusal = error instanceof Refusal ? error : new Refusal('INTERNAL_ERROR');
    // A client that knows a key and sends it as a parameter's name does not get it repeated either, nor does the log.
    if (refusal.parameter !== undefined && holdsSecret(refusal.message)) refusal = new Refusal(refusal.code);
    if (refusal.status < 500) {
      counters.refusals += 1;
      log({ level: 'info', event: 'refused', code: refusal.code, parameter: refusal.parameter });
    } else counters.errors += 1;
    if (!(error instanceof Refusal)) {
      // The stack names our own lines; the message may hold anything and is left out.
      const where = error instanceof Error ? error.stack?.split('\n').find((line) => /^\s+at /.test(line)) : undefined;
      log({ level: 'error', event: 'internal-error', code: 'INTERNAL_ERROR', where: where?.trim() });
    }
    return toRefusedAnswer(refusal, allowOrigin);
  }

  /** Asked each time, before the cache: a stored answer is nobody's permission. */
  async function findPrivate(question: Question, call: Call): Promise<ServedAnswer> {
    let allowed = false;
    try {
      allowed = (await authorize?.(question.toRequest(), call.method.pair)) === true;
    } catch {
      // The host application's failure is a no; what it threw may hold a session and is not looked at.
      log({ level: 'warn', event: 'authorize-failed', pair: call.method.pair });
    }
    if (!allowed) throw new Refusal('NOT_SIGNED_IN');
    return answers.find(call, question.waitUntil);
  }

  function route(question: Question, allowOrigin: string | undefined): Answer | Promise<Answer> {
    const { method, query, waitUntil } = question;
    if (method === 'OPTIONS') return toPreflightAnswer(allowOrigin);
    if (method !== 'GET' && method !== 'HEAD') throw new Refusal('HTTP_METHOD_NOT_ALLOWED');
    if (isHealth(question.path)) return toAnswer(200, readHealth(), allowOrigin, { 'cache-control': 'no-store' });
    const retryAfter = limitClient(question);
    if (retryAfter > 0) throw new Refusal('CLIENT_LIMIT', { retryAfter });
    const call = parse(query);
    const served = call.method.kind === 'private' ? findPrivate(question, call) : answers.find(call, waitUntil);
    if (!(served instanceof Promise)) return toServedAnswer(question, served, allowOrigin);
    return served
      .then((settled) => toServedAnswer(question, settled, allowOrigin))
      .catch((error: unknown) => refuse(error, allowOrigin));
  }

  return (question) => {
    let allowOrigin: string | undefined;
    try {
      if (!isEndpoint(question.path) && !isHealth(question.path)) throw new Refusal('NOT_FOUND');
      allowOrigin = checkOrigin(question);
      return route(question, allowOrigin);
    } catch (error) {
      return refuse(error, allowOrigin);
    }
  };
}
