import type { ApiRequest } from '../api/request.js';

/** Sends one request of a load, which can be aborted. */
export type Send = <Result>(request: ApiRequest<Result>) => Promise<Result>;
