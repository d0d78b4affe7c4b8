import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeParams, type Param } from './params.js';

test.each<[string, Param, string]>([
  ['text', 'a b&c', 'p=a%20b%26c'],
  ['a number', 12.5, 'p=12.5'],
  ['a list', ['12', 14], 'p[]=12&p[]=14'],
  ['a map', { aff_sub: 'home', url_id: 3 }, 'p[aff_sub]=home&p[url_id]=3'],
  ['a list inside a map', { 'Country.code': ['GB', 'UK'] }, 'p[Country.code][]=GB&p[Country.code][]=UK'],
  ['an operator', { name: { LIKE: '%shoe%' } }, 'p[name][LIKE]=%25shoe%25'],
  ['an OR group', { OR: { status: 'active', currency: 'USD' } }, 'p[OR][status]=active&p[OR][currency]=USD'],
  ['a relation with options', { Thumbnail: { fields: ['Thumbnail.url'] } }, 'p[Thumbnail][fields][]=Thumbnail.url'],
  ['a key that could close its bracket', { 'a]b': 1 }, 'p[a%5Db]=1'],
  ['an emoji cut in half', 'x\ud83d', 'p=x%EF%BF%BD'],
])('writes %s as PHP reads it', (_, value, expected) => {
  expect(encodeParams({ p: value })).toBe(expected);
});

test('leaves out what is not set, also inside maps, and empty lists', () => {
  expect(encodeParams({ a: undefined, b: { c: undefined }, d: [], e: 1, f: '', g: false })).toBe('e=1');
});

test('keeps the order of parameters and of sorts', () => {
  expect(encodeParams({ z: 1, sort: { name: 'asc', id: 'desc' }, a: 2 })).toBe('z=1&sort[name]=asc&sort[id]=desc&a=2');
});

test('any text survives a query parser', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      expect(new URLSearchParams(encodeParams({ p: [text] })).get('p[]')).toBe(text.replace(/\p{Cs}/gu, '\ufffd'));
    }),
  );
});
