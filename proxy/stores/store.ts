/** A response as it is stored: bytes, never a `Response` (workerd ties those to the request that created them). */
export interface StoredResponse {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  readonly empty: boolean;
}

/** Asks for one call out of the shared budget. */
export interface BudgetRequest {
  /** The network's id: proxies for several networks may share one store. */
  readonly networkId: string;
  /** See `Budget.take`. */
  readonly known: boolean;
  /** Calls in any window, for all instances together. */
  readonly limit: number;
  /** Of these, for queries that the cache does not know. */
  readonly limitOfNew: number;
  /** Milliseconds. */
  readonly window: number;
}

export interface BudgetReply {
  /** 0 = the call is taken; above 0: milliseconds until one may be free; below 0: no instance may call for that long. */
  readonly wait: number;
  /** Instances that have asked in the last hour, this one included. */
  readonly instances: number;
  /** The store has lost what it knew of the last window: nothing is taken, and the instance uses its reserve. */
  readonly isIncomplete?: boolean;
}

/**
 * What several instances of the proxy share. Every member may reject or hang: the proxy then continues with its own
 * memory and reports it in the log and in `/health`.
 */
export interface Store {
  readonly read: (key: string) => Promise<StoredResponse | undefined>;
  /** Stores it for that many seconds; how fresh it is follows from the response's own time stamp. */
  readonly write: (key: string, response: StoredResponse, seconds: number) => Promise<void>;
  /** The right to fetch a response, for that many milliseconds. `false` = another instance is fetching it. */
  readonly acquireLease?: (key: string, milliseconds: number) => Promise<boolean>;
  readonly releaseLease?: (key: string) => Promise<void>;
  /** Takes one upstream call out of the shared budget. */
  readonly takeCall?: (request: BudgetRequest) => Promise<BudgetReply>;
  /** No call by any instance for that many milliseconds. */
  readonly pauseCalls?: (networkId: string, milliseconds: number) => Promise<void>;
}
