import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEmail, toHttpUrl, toPhone } from './url.js';

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

test('whatever comes, what leaves is http or https', () => {
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

test.each(['mara@network.example', "o'neil+x@mail.network.example", 'jürgen@bücher.example'])(
  '%j is an address',
  (email) => {
    expect(toEmail(` ${email} `)).toBe(email);
  },
);

test.each([
  '',
  'mara',
  'mara@',
  '@network.example',
  'a@b@c',
  'a b@c.example',
  'a@c.example?bcc=x@y.example',
  'a@c.example&cc=x',
  'a@c.example,d@e.example',
  'Mara <a@c.example>',
  'a%0d@c.example',
  null,
])('%j is no address to write to', (email) => {
  expect(toEmail(email)).toBeNull();
});

test.each(['+1 (555) 010-2000 ext. 5', '110', 5550102000])('%j is a phone number', (phone) => {
  expect(toPhone(phone)).toBe(String(phone));
});

test.each(['', 'n/a', 'ask at desk 12', null, '-'])('%j is no phone number', (phone) => {
  expect(toPhone(phone)).toBeNull();
});
