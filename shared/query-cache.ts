/** Results by query key, each for a limited time. */
export interface QueryCache<Result> {
  get(key: string): Result | undefined;
  set(key: string, result: Result): void;
  clear(): void;
}

/**
 * @param lifetime - Milliseconds.
 * @param now - Milliseconds since any fixed moment.
 */
export function createQueryCache<Result>(lifetime: number, now: () => number): QueryCache<Result> {
  const entries = new Map<string, { readonly result: Result; readonly expires: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      return entry && now() < entry.expires ? entry.result : undefined;
    },
    set(key, result) {
      entries.set(key, { result, expires: now() + lifetime });
    },
    clear: () => entries.clear(),
  };
}
