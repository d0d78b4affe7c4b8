import { expect, it } from 'vitest';
import { createMemoryStore } from './memory.js';

const create = (maxEntries: number, maxBytes: number) =>
  createMemoryStore<{ readonly text: string }>({ maxEntries, maxBytes, bytesOf: ({ text }) => text.length });

it('evicts the least recently used entry, by number and by bytes', () => {
  const store = create(3, 100_000);
  for (const key of ['a', 'b', 'c']) store.set(key, { text: key });
  store.get('a');
  store.set('d', { text: 'd' });
  expect(['a', 'b', 'c', 'd'].map((key) => store.get(key)?.text)).toEqual(['a', undefined, 'c', 'd']);
  store.set('big', { text: 'x'.repeat(98_900) });
  expect(store.get('d')?.text).toBe('d');
  expect(store.size().entries).toBe(2);
  // What can never fit pushes nothing else out, and its older, smaller form is not served in its place.
  store.set('d', { text: 'x'.repeat(100_000) });
  expect([store.get('d'), store.size().entries]).toEqual([undefined, 1]);
});

it('counts bytes correctly when a value is replaced or removed', () => {
  const store = create(9, 9000);
  store.set('a', { text: 'x'.repeat(1000) });
  const { bytes } = store.size();
  store.set('a', { text: 'x'.repeat(10) });
  expect(store.size().bytes).toBe(bytes - 990);
  store.delete('a');
  store.delete('a');
  expect(store.size()).toEqual({ entries: 0, bytes: 0 });
});
