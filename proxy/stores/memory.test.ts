import { expect, it } from 'vitest';
import { createCache } from './memory.js';

it('forgets what was used longest ago, by number and by bytes', () => {
  const cache = createCache<string>({ entries: 3, bytes: 100_000, bytesOf: (value) => value.length });
  for (const key of ['a', 'b', 'c']) cache.set(key, key);
  cache.get('a');
  cache.set('d', 'd');
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['a', undefined, 'c', 'd']);
  cache.set('big', 'x'.repeat(98_900));
  expect(cache.get('d')).toBe('d');
  expect(cache.size().entries).toBe(2);
  cache.set('too big', 'x'.repeat(100_000));
  expect(cache.size()).toEqual({ entries: 0, bytes: 0 });
});

it('keeps the books when a value is replaced or removed', () => {
  const cache = createCache<string>({ entries: 9, bytes: 9000, bytesOf: (value) => value.length });
  cache.set('a', 'x'.repeat(1000));
  const { bytes } = cache.size();
  cache.set('a', 'x'.repeat(10));
  expect(cache.size().bytes).toBe(bytes - 990);
  cache.delete('a');
  cache.delete('a');
  expect(cache.size()).toEqual({ entries: 0, bytes: 0 });
});
