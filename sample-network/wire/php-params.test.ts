import { describe, expect, test } from 'vitest';
import { toPlainParams } from '../recorder.js';
import { parsePhpParams } from './php-params.js';

const parse = (query: string) => toPlainParams(parsePhpParams(query));

describe('PHP query parser', () => {
  test('reads scalars, lists and maps', () => {
    expect(parse('a=1&ids[]=12&ids[]=14&sort[name]=asc&answers[0][q]=7&answers[1][q]=8')).toEqual({
      a: '1',
      ids: ['12', '14'],
      sort: { name: 'asc' },
      answers: [{ q: '7' }, { q: '8' }],
    });
  });

  test('decodes names as well as values, plus signs included', () => {
    expect(parse('contain%5B%5D=Thumbnail&q=red+shoe%20%26%20sock&%66ields%5B0%5D=id')).toEqual({
      contain: ['Thumbnail'],
      q: 'red shoe & sock',
      fields: ['id'],
    });
  });

  test('reads multi-byte characters and leaves broken escapes alone', () => {
    expect(parse('a=%E2%82%AC&b=100%&c=%zz&d=€%20')).toEqual({ a: '€', b: '100%', c: '%zz', d: '€ ' });
  });

  test('keeps dots inside brackets and turns those in a base name into underscores', () => {
    expect(parse('filters[Country.code][]=US&a.b=1&c d=2')).toEqual({
      filters: { 'Country.code': ['US'] },
      a_b: '1',
      c_d: '2',
    });
  });

  test('takes the last value of a name, whatever its kind', () => {
    expect(parse('a=1&a=2&b=1&b[]=2&c[]=1&c=2')).toEqual({ a: '2', b: ['2'], c: '2' });
  });

  test('appends after the highest index', () => {
    expect(parse('a[5]=x&a[]=y&a[k]=z&a[]=w')).toEqual({ a: { 5: 'x', 6: 'y', k: 'z', 7: 'w' } });
  });

  test('turns an unclosed bracket into an underscore and drops what follows a closed one', () => {
    expect(parse('a[b=1&c[d]e=2&f[g][h=3')).toEqual({ a_b: '1', c: { d: '2' }, f: { g: '3' } });
  });

  test('drops names that are empty or begin with a bracket', () => {
    expect(parse('=1&[]=2&[x]=3&&&y')).toEqual({ y: '' });
  });

  test('survives names that mean something to JavaScript', () => {
    expect(Object.keys(parse('__proto__[polluted]=1&constructor=2'))).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('stops at a thousand variables', () => {
    const query = Array.from({ length: 1500 }, (_, i) => `v${i}=1`).join('&');
    expect(Object.keys(parse(query))).toHaveLength(1000);
  });

  test('drops a name that nests too deeply', () => {
    expect(parse(`a${'[x]'.repeat(70)}=1&b=2`)).toEqual({ b: '2' });
  });
});
