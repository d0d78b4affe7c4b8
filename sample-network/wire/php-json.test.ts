import { describe, expect, test } from 'vitest';
import { encodePhpJson } from './php-json.js';

describe('PHP JSON writer', () => {
  test('escapes slashes and everything beyond ASCII', () => {
    expect(encodePhpJson('a/b é € 🦊 "q" \r\n')).toBe('"a\\/b \\u00e9 \\u20ac \\ud83e\\udd8a \\"q\\" \\r\\n"');
  });

  test('keeps the order of integer-like keys, which a JavaScript object would not', () => {
    expect(
      encodePhpJson(
        new Map([
          ['20', 1],
          ['3', 2],
        ]),
      ),
    ).toBe('{"20":1,"3":2}');
  });

  test('writes every empty collection as a list', () => {
    expect(encodePhpJson({ a: new Map(), b: {}, c: [] })).toBe('{"a":[],"b":[],"c":[]}');
  });

  test('writes a map with the keys 0 to n-1 as a list', () => {
    expect(
      encodePhpJson(
        new Map([
          ['0', 'a'],
          ['1', 'b'],
        ]),
      ),
    ).toBe('["a","b"]');
    expect(
      encodePhpJson(
        new Map([
          ['1', 'a'],
          ['0', 'b'],
        ]),
      ),
    ).toBe('{"1":"a","0":"b"}');
  });

  test('leaves out members that are undefined', () => {
    expect(encodePhpJson({ a: undefined, b: null, c: false, d: 1 })).toBe('{"b":null,"c":false,"d":1}');
  });
});
