/** A request in flight, and how many callers wait for it. */
interface InFlight {
  readonly controller: AbortController;
  readonly result: Promise<unknown>;
  callers: number;
}

/** Starts the work for a key, or joins it when it is in flight. */
export type Coalesce = <Result>(
  key: string,
  start: (signal: AbortSignal) => Promise<Result>,
  callerSignal?: AbortSignal,
) => Promise<Result>;

/**
 * Lets equal requests that overlap share one run and one result. The key decides what is equal, so all callers of one
 * key have to expect the same type.
 *
 * A caller that aborts gets its own signal's reason, and the others notice nothing. The signal that `start` gets is
 * aborted when the last caller has left. Nothing is kept after the end: a cache is for others to build.
 */
export function createCoalescer(): Coalesce {
  const inFlight = new Map<string, InFlight>();

  function launch(key: string, start: (signal: AbortSignal) => Promise<unknown>): InFlight {
    const controller = new AbortController();
    const result = start(controller.signal).finally(() => {
      // An aborted run was forgotten when it was aborted; by now there may be a new one under its key.
      if (!controller.signal.aborted) inFlight.delete(key);
    });
    const run: InFlight = { controller, result, callers: 0 };
    inFlight.set(key, run);
    return run;
  }

  function leave(key: string, run: InFlight): void {
    run.callers -= 1;
    if (run.callers > 0) return;
    inFlight.delete(key);
    run.controller.abort();
  }

  return async <Result>(
    key: string,
    start: (signal: AbortSignal) => Promise<Result>,
    callerSignal?: AbortSignal,
  ): Promise<Result> => {
    callerSignal?.throwIfAborted();
    const run = inFlight.get(key) ?? launch(key, start);
    run.callers += 1;
    const shared = run.result as Promise<Result>;
    if (!callerSignal) return shared;
    return new Promise<Result>((resolve, reject) => {
      const onAbort = (): void => {
        reject(callerSignal.reason);
        leave(key, run);
      };
      callerSignal.addEventListener('abort', onAbort, { once: true });
      shared.then(resolve, reject).finally(() => callerSignal.removeEventListener('abort', onAbort));
    });
  };
}
