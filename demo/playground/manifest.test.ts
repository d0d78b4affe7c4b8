import { expect, it } from 'vitest';
import { readElements, toInput, toTitle } from './manifest.js';

it.each([
  ['boolean', { kind: 'flag' }],
  ['number', { kind: 'number' }],
  ["'grid' | 'list'", { kind: 'choice', words: ['grid', 'list'], optional: false }],
  ["'name' | '-name' | null", { kind: 'choice', words: ['name', '-name'], optional: true }],
  ["readonly ('photo' | 'title')[]", { kind: 'words', words: ['photo', 'title'] }],
  ['readonly string[]', { kind: 'list' }],
  ['string | null', { kind: 'text' }],
])('makes of %s a fitting control', (type, input) => {
  expect(toInput(type)).toEqual(input);
});

it('reads every attribute and variable, and the type of the property behind an attribute', () => {
  const [element] = readElements({
    modules: [
      {
        path: 'dist/module/index.js',
        declarations: [
          {
            tagName: 'hasoffers-offer-list',
            attributes: [{ name: 'page-size', description: 'Offers.', default: '20' }, { name: 'unknown' }],
            members: [{ attribute: 'page-size', type: { text: 'number' } }],
            cssProperties: [{ name: '--hasoffers-link', default: 'var(--_accent)' }],
          },
        ],
      },
    ],
  });
  expect(element?.attributes).toEqual([
    { name: 'page-size', description: 'Offers.', fallback: '20', input: { kind: 'number' } },
    { name: 'unknown', description: '', fallback: undefined, input: { kind: 'text' } },
  ]);
  expect(element?.tokens).toEqual([{ name: '--hasoffers-link', description: '', fallback: 'var(--hasoffers-accent)' }]);
});

it('calls an element by its tag', () => expect(toTitle('hasoffers-account-manager')).toBe('Account manager'));

it('knows which script has an element, and who may see it', () => {
  const signedIn = { tagName: 'hasoffers-stats', slots: [{ name: 'title' }, { name: 'signed-out' }] };
  const elements = readElements({
    modules: [
      { path: 'dist/module/index.js', declarations: [{ tagName: 'hasoffers-offer', slots: [{ name: 'error' }] }] },
      { path: 'dist/module/portal.js', declarations: [signedIn] },
    ],
  });
  expect(elements.map(({ tag, script, isSignedIn }) => [tag, script, isSignedIn])).toEqual([
    ['hasoffers-offer', 'hasoffers-widgets.js', false],
    ['hasoffers-stats', 'hasoffers-portal.js', true],
  ]);
});
