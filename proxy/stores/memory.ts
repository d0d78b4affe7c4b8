import { LRUCache } from 'lru-cache';

export interface MemoryStore<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  readonly size: () => { readonly entries: number; readonly bytes: number };
}

export interface MemoryLimits<Value> {
  readonly maxEntries: number;
  readonly maxBytes: number;
  readonly bytesOf: (value: Value) => number;
}

/** Bytes of bookkeeping per entry, so that tiny responses count for what they cost. */
const overhead = 500;

/** An LRU cache, bounded in entries and bytes. A value larger than the whole cache is not stored. */
export function createMemoryStore<Value extends object>(limits: MemoryLimits<Value>): MemoryStore<Value> {
  const cache = new LRUCache<string, Value>({
    max: limits.maxEntries,
    maxSize: limits.maxBytes,
    sizeCalculation: (value, key) => key.length * 2 + limits.bytesOf(value) + overhead,
  });
  return {
    get: (key) => cache.get(key),
    set: (key, value) => {
      cache.set(key, value);
    },
    delete: (key) => {
      cache.delete(key);
    },
    size: () => ({ entries: cache.size, bytes: cache.calculatedSize }),
  };
}
