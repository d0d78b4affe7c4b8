import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHttpUrl } from './url.js';

test.each([
  ['https://media.network.example/a b/lumen logo.PNG', 'https://media.network.example/a%20b/lumen%20logo.PNG'],
  [
    'http://go.network.example/aff_c?offer_id=1&aff_sub=a b',
    'http://go.network.example/aff_c?offer_id=1&aff_sub=a%20b',
  ],
  ['https://x.example/already%20encoded', 'https://x.example/already%20encoded'],
  ['  HTTPS://X.example/  ', 'https://x.example/'],
])('%j may be linked', (written, url) => {
  expect(toHttpUrl(written)).toBe(url);
});

test.each([
  '',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'JAVASCRIPT://x.example/%0aalert(1)',
  'data:text/html,x',
  'blob:https://x.example/1',
  '//x.example/',
  '/path',
  'x.example',
  'https:x.example',
  'https://',
  'https://user:password@x.example/',
  'https://user@x.example/',
  'https://x.example:99999/',
  'ftp://x.example/',
  null,
  undefined,
  {},
  ['https://x.example/'],
])('%j may not be linked', (written) => {
  expect(toHttpUrl(written)).toBeNull();
});

test('every result is http or https', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string({ unit: 'binary' }),
        fc.string().map((s) => `https://${s}`),
      ),
      (written) => {
        const url = toHttpUrl(written);
        if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/);
      },
    ),
  );
});
