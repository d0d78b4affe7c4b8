import type { Params } from './params.js';

/**
 * One call of the API as data: its parameters, and how to read the response.
 *
 * `decode` gets the `data` member of a successful envelope and throws `ApiError('invalid-response')` when it is not
 * what it should be. It depends on nothing that is not in `params`: equal calls in flight share one result.
 */
export interface ApiRequest<Result> {
  readonly target: string;
  readonly method: string;
  readonly params: Params;
  readonly decode: (data: unknown) => Result;
}

/** Every target of ours is one of an affiliate's: `Affiliate_Offer` for "Offer". */
export const toRequest = <Result>(
  target: string,
  method: string,
  params: Params,
  decode: (data: unknown) => Result,
): ApiRequest<Result> => ({ target: `Affiliate_${target}`, method, params, decode });

/** What a model gets as its way to the network; a fake in a test is an object with one function. */
export interface ApiClient {
  /**
   * Rejects with `ApiError` and never throws synchronously. The one exception is the caller's own signal: its reason
   * (a DOMException `AbortError` by default) is what the promise rejects with.
   */
  send<Result>(request: ApiRequest<Result>, options?: { readonly signal?: AbortSignal | undefined }): Promise<Result>;
}

/** Sends one request of a load that can be aborted: `client.send` with the load's signal. */
export type Send = <Result>(request: ApiRequest<Result>) => Promise<Result>;
