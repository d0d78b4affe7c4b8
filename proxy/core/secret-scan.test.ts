import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secondKey, testKey } from '../fixtures/origin.js';
import { createSecretScan } from './secret-scan.js';

const scan = createSecretScan([testKey, secondKey]);

/** Every way a key could have been written into a text. */
const forms: Record<string, (key: string) => string> = {
  raw: (key) => key,
  'upper case': (key) => key.toUpperCase(),
  'percent-encoded without need': (key) => [...key].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  'percent-encoded twice': (key) => [...key].map((letter) => `%25${letter.charCodeAt(0).toString(16)}`).join(''),
  'one letter percent-encoded': (key) => `%${key.charCodeAt(0).toString(16)}${key.slice(1)}`,
  hexadecimal: (key) => Buffer.from(key).toString('hex'),
  HEXADECIMAL: (key) => Buffer.from(key).toString('hex').toUpperCase(),
  base64: (key) => Buffer.from(key).toString('base64'),
  base64url: (key) => Buffer.from(key).toString('base64url'),
  'base64 of a query': (key) => Buffer.from(`a=1&api_key=${key}&b=2`).toString('base64'),
  'percent-encoded base64': (key) => encodeURIComponent(Buffer.from(`x${key}`).toString('base64')),
};

it.each(Object.entries(forms))('finds a key: %s', (_, write) => {
  for (const key of [testKey, secondKey]) expect(scan(`{"name":"before ${write(key)} after"}`)).toBe(true);
});

it('finds a key in base64 whatever surrounds it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
      expect(scan(Buffer.from(before + testKey + after).toString('base64'))).toBe(true);
    }),
  );
});

it('finds nothing in a text without a key', () => {
  expect(scan(`${testKey.slice(1)} ${testKey.slice(0, -1)} ${Buffer.from(testKey.slice(4)).toString('base64')}`)).toBe(
    false,
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => !scan(text)));
});
