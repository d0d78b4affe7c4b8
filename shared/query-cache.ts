/** Results by query key, each for a limited time after it was loaded. */
export interface QueryCache<Result> {
  /** The result for a key, or what `load` resolves to, which is kept. */
  read(key: string, load: () => Promise<Result>): Promise<Result>;
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
  const get = (key: string): Result | undefined => {
    const entry = entries.get(key);
    return entry && now() < entry.expires ? entry.result : undefined;
  };
  const set = (key: string, result: Result): void => {
    entries.set(key, { result, expires: now() + lifetime });
  };
  return {
    async read(key, load) {
      const known = get(key);
      if (known !== undefined) return known;
      const result = await load();
      set(key, result);
      return result;
    },
    get,
    set,
    clear: () => entries.clear(),
  };
}
