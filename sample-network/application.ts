import { type Account, findAccount } from './accounts.js';
import type { OfferSeed } from './data/offer-seed.js';
import { disabledNetworkId, sampleNetworkId } from './keys.js';
import type { Context } from './methods/context.js';
import { findMethod, hasTarget } from './methods/registry.js';
import type { Fields } from './query/entity.js';
import { QueryError } from './query/query-error.js';
import type { RateWindow } from './rate-window.js';
import { type Answer, failure } from './wire/envelope.js';
import type { PhpArray } from './wire/php-params.js';

/** The inside of the network: what its calls share. */
export interface ApplicationState {
  readonly rate: RateWindow;
  readonly revokedKeys: ReadonlySet<string>;
  offersOf(account: Account): readonly OfferSeed[];
  readonly changes: ReadonlyMap<string, Fields>;
  readonly mediaBase: string;
  readonly trackingBase: string;
  now(): number;
}

export interface ApplicationCall {
  readonly networkId: string;
  readonly target: string;
  readonly method: string;
  readonly params: PhpArray;
  /** Switched off by a fault, for this call. */
  readonly relations: boolean;
}

export function isKnownNetwork(networkId: string): boolean {
  return networkId === sampleNetworkId || networkId === disabledNetworkId;
}

/** Key → rate → permission → target and method → parameters, in this order. */
export function runCall(call: ApplicationCall, state: ApplicationState): Answer {
  const account = authenticate(call, state);
  if ('kind' in account) return account;
  if (account.alwaysThrottled || !state.rate.accept(account.key)) return failure(state.rate.message(call.networkId));
  if (call.target === 'Affiliate_Report' && !account.mayReadStats) return failure(notPermitted);

  // Invention: the texts for an unknown target and an unknown method.
  if (!hasTarget(call.target)) return failure(`Target ${call.target} does not exist`);
  const method = findMethod(call.target, call.method);
  if (!method) return failure(`Method ${call.method} does not exist on ${call.target}`);

  const context: Context = {
    account,
    offers: state.offersOf(account),
    changes: state.changes,
    networkId: call.networkId,
    mediaBase: state.mediaBase,
    trackingBase: state.trackingBase,
    now: state.now(),
    relations: call.relations && account.relations,
  };
  try {
    return method(context, call.params);
  } catch (error) {
    if (error instanceof QueryError) return error.answer;
    throw error;
  }
}

export const notPermitted = 'User is not permitted to perform this action';

function authenticate(call: ApplicationCall, state: ApplicationState): Account | Answer {
  const key = textOf(call.params, 'api_key');
  const token = textOf(call.params, 'NetworkToken');
  // Documented: the wrong kind of credential is repeated in the message.
  if (key === undefined && token !== undefined) return failure(`NetworkToken ${token} is not authenticated`);
  // Invention: the Affiliate API being off is told at call time by the phrase of the dashboard page.
  if (call.networkId === disabledNetworkId) return failure('Affiliate API feature is disabled');
  const account = findAccount(key ?? '');
  // Invention: a missing, wrong, pending, rejected or replaced key is answered on the pattern of the network token.
  if (account?.status !== 'active' || state.revokedKeys.has(account.key)) return failure(notAuthenticated(key ?? ''));
  return account;
}

export function notAuthenticated(key: string): string {
  return `api_key ${key} is not authenticated`;
}

function textOf(params: PhpArray, name: string): string | undefined {
  const value = params.get(name);
  return typeof value === 'string' ? value : undefined;
}
