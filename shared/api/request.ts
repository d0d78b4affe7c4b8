import type { Params } from './params.js';

/**
 * One call of the API as data: what to ask, and how to read the answer.
 *
 * `decode` gets the `data` member of a successful envelope and throws `ApiError('invalid-response')` when it is not
 * what it should be.
 */
export interface ApiRequest<Result> {
  readonly target: string;
  readonly method: string;
  readonly params: Params;
  readonly decode: (data: unknown) => Result;
}

/** What a model gets as its way to the network; a fake in a test is a function. Rejects only with `ApiError`. */
export type Send = <Result>(
  request: ApiRequest<Result>,
  options?: { readonly signal?: AbortSignal },
) => Promise<Result>;
