import { expect, it } from 'vitest';
import { toCsv } from './csv.js';

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ['+1', "'+1"],
  ['-cmd', "'-cmd"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [-12.5, '-12.5'],
  [0, '0'],
  [null, ''],
])('writes %j as %s', (cell, written) => {
  expect(toCsv([[cell]])).toBe(`\ufeff${written}\r\n`);
});

it('separates cells and rows', () => {
  expect(
    toCsv([
      ['date', 'clicks'],
      ['2026-11-29', 3],
    ]),
  ).toBe('\ufeffdate,clicks\r\n2026-11-29,3\r\n');
});
