/** An answer as it is kept: bytes, never a `Response` (workerd ties those to the request they were made in). */
export interface StoredResponse {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  readonly empty: boolean;
}

export interface Cache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  readonly size: () => { readonly entries: number; readonly bytes: number };
}

export interface CacheLimits<Value> {
  readonly entries: number;
  readonly bytes: number;
  readonly bytesOf: (value: Value) => number;
}

/** A bookkeeping allowance per entry, so that tiny answers under long questions count for what they cost. */
const overhead = 500;

/** Keeps what was used last. A `Map` remembers the order of insertion, so moving an entry to its end is all it takes. */
export function createCache<Value>(limits: CacheLimits<Value>): Cache<Value> {
  const map = new Map<string, Value>();
  let bytes = 0;
  const cost = (key: string, value: Value): number => key.length * 2 + limits.bytesOf(value) + overhead;

  function remove(key: string): void {
    const value = map.get(key);
    if (value === undefined) return;
    bytes -= cost(key, value);
    map.delete(key);
  }

  return {
    get: (key) => {
      const value = map.get(key);
      if (value === undefined) return undefined;
      map.delete(key);
      map.set(key, value);
      return value;
    },
    set: (key, value) => {
      remove(key);
      map.set(key, value);
      bytes += cost(key, value);
      for (const oldest of map.keys()) {
        if (map.size <= limits.entries && bytes <= limits.bytes) break;
        remove(oldest);
      }
    },
    delete: remove,
    size: () => ({ entries: map.size, bytes }),
  };
}
