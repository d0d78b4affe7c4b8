import { describe, expect, it } from 'vitest';
import { checkTerms, findCoinedWords, listTexts } from './terms.js';

const root = `${import.meta.dirname}/..`;

describe('a coined word is found', () => {
  it.each([
    'Specimens of every state.',
    'const hasSpecimens = true;',
    'class="page-specimens"',
    'e2e/specimens.ts',
    'The page’s author reads it.',
    'ASK FIRST',
    'mostBytes = 3',
  ])('in %j', (text) => {
    expect(findCoinedWords(text)).toHaveLength(1);
  });

  it('with its line and the standard term', () => {
    expect(findCoinedWords('one\ntwo hazards\n')).toEqual([{ word: 'hazards', standard: 'hostile pages', line: 2 }]);
  });
});

it.each(['secure', 'obscured', 'The author of a page', 'in flight', 'inFlightRequests', 'impatience'])(
  'no coined word is found in %j',
  (text) => {
    expect(findCoinedWords(text)).toEqual([]);
  },
);

it('sources and documents use the field’s standard terms', () => {
  expect(listTexts(root)).toEqual(expect.arrayContaining(['README.md', 'shared/resource.ts', 'proxy/core/keys.ts']));
  expect(checkTerms(root)).toEqual([]);
});
