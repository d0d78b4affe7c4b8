import { describe, expect, it } from 'vitest';
import { type Configuration, readQuery, usualPreview, withEntry, writeQuery } from './configuration.js';

const elements = [
  { tag: 'x-list', attributes: [{ name: 'layout' }, { name: 'search' }], tokens: [{ name: '--hasoffers-accent' }] },
  { tag: 'x-card', attributes: [{ name: 'fields' }], tokens: [] },
];
const read = (query: string) => readQuery(query, elements, 'x-list');

describe('the address of the playground', () => {
  it('holds all of a configuration', () => {
    const configuration: Configuration = {
      element: 'x-list',
      attributes: { layout: 'a&b="c"', search: '' },
      tokens: { '--hasoffers-accent': 'light-dark(#fff, #000)' },
      addresses: { source: 'unpkg', script: 'https://cdn.example/w.js?a=1', endpoint: '/proxy' },
      preview: { host: 'shop', width: '768', text: '200', language: 'pt-BR' },
    };
    expect(read(writeQuery(configuration))).toEqual(configuration);
  });

  it('names the element alone where all is as usual', () => {
    const usual = {
      attributes: {},
      tokens: {},
      addresses: { source: 'site', script: '', endpoint: '' } as const,
      preview: usualPreview,
    };
    expect(writeQuery({ element: 'x-card', ...usual })).toBe('_element=x-card');
    expect(read('')).toEqual({ element: 'x-list', ...usual });
  });

  it('leaves out what does not exist', () => {
    const { element, attributes, preview } = read('_element=script&onclick=x&fields=y&_host=bank&_language="><b>');
    expect([element, attributes, preview]).toEqual(['x-list', {}, usualPreview]);
  });
});

it('sets one entry and takes it away again, in the order of setting', () => {
  const set = withEntry(withEntry({}, 'b', '1'), 'a', '');
  expect(Object.entries(set)).toEqual([
    ['b', '1'],
    ['a', ''],
  ]);
  expect(withEntry(set, 'b', undefined)).toEqual({ a: '' });
});
