import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Attribute, flag, integer, list, oneOf, optional, text, tokens } from '../../shared/element/attributes.js';
import { bindingNames } from '../../widgets/offer-list/components/template-values.js';
import { readAccepted } from './accepted.js';
import { parseDocBlock } from './doc-block.js';
import { documents, renewTables } from './documents.js';
import { readReference } from './reference.js';
import { readSource, readStyles } from './source.js';
import { makeTables } from './tables.js';
import { toFiles } from './write-files.js';

const reference = readReference();
const files = toFiles(reference);

describe('the reference', () => {
  it.each(documents)('is what the tables of %s say; else: npm run reference', (path) => {
    const document = readSource(path);
    expect(document).toContain('<!-- reference: ');
    expect(renewTables(document, makeTables(reference))).toBe(document);
  });

  it('names every element that the script defines', () => {
    const defined = [...readSource('widgets/portal.ts').matchAll(/register\((.+)\)/g)].flatMap(([, names = '']) =>
      names.split(', '),
    );
    expect(reference.elements.map(({ exportName }) => exportName).sort()).toEqual(defined.sort());
  });

  it('says something of everything, and nothing of what is not there', () => {
    for (const { attributes, source } of reference.elements) {
      const names = attributes.map(({ name }) => name);
      const written = [source, 'shared/element/common-attributes.ts'].flatMap((path) =>
        [...readSource(path).matchAll(/@attr ([\w-]+)/g)].map(([, name]) => name),
      );
      expect([...written].sort()).toEqual([...names].sort());
    }
  });

  it('has exactly the names that a template can bind', () => {
    const list = reference.elements.find(({ tag }) => tag === 'hasoffers-offer-list');
    expect(list?.bindings.map(({ name }) => name)).toEqual(bindingNames);
  });

  it('has exactly the variables that the stylesheets read', () => {
    const read = [...readStyles().matchAll(/var\(\s*(--hasoffers-[\w-]+)/g)].map(([, name]) => name);
    const named = reference.elements.flatMap(({ variables }) => variables.map(({ name }) => name));
    expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort());
  });

  it('has an entry for everything that is named in package.json', () => {
    const { customElements, 'web-types': webTypes } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const path of [customElements, webTypes]) expect(Object.keys(files)).toContain(path.replace('./dist/', ''));
  });

  it('explains all types that the details of events are made of', () => {
    const types = reference.types.map(({ name }) => name);
    expect(types).toEqual(expect.arrayContaining(['OfferClick', 'Offer', 'Contact', 'AccountManager', 'ErrorCode']));
    const used = reference.types.flatMap(({ code }) => [
      ...code.replace(/\/\*.*\*\//g, '').matchAll(/: (?:readonly )?([A-Z]\w+)/g),
    ]);
    for (const [, name] of used) expect(types).toContain(name);
  });

  it('lists every parameter the proxy lets through', () => {
    const find = reference.proxy.methods.find(({ methodId }) => methodId === 'Affiliate_Offer::findAll');
    expect(find?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['limit', 'page', 'contain[]']));
  });
});

describe('what a parser accepts', () => {
  it.each([
    ['a flag', flag, { kind: 'flag' }],
    ['text', text, { kind: 'text' }],
    ['any words', list, { kind: 'list' }],
    ['a number', integer({ min: 1, max: 100, default: 20 }), { kind: 'number', min: 1, max: 100 }],
    ['one of some words', oneOf('grid', 'list'), { kind: 'word', words: ['grid', 'list'] }],
    ['one of some words or none', optional(['name', '-name']), { kind: 'word', words: ['name', '-name'] }],
    ['some of some words', tokens(['a', 'b'], []), { kind: 'words', words: ['a', 'b'] }],
  ] as const)('is learnt for %s', (_, parser, accepted) => {
    expect(readAccepted(parser)).toEqual(accepted);
  });

  it('is not believed when the parser says something else than it does', () => {
    const liar: Attribute<number> = {
      parse(raw, complain) {
        if (raw !== null) complain('1 to 9');
        return 5;
      },
    };
    expect(() => readAccepted(liar)).toThrow('should be right');
  });
});

describe('a doc block', () => {
  it('is read with its types, over several lines', () => {
    const block = `/**
 * What it is.
 *
 * @attr page-size - How many
 *   at a time.
 * @fires {{ a: 'b' }} some-event - When.
 */`;
    expect(parseDocBlock(block)).toEqual({
      summary: 'What it is.',
      tags: [
        { tag: 'attr', type: '', name: 'page-size', text: 'How many at a time.' },
        { tag: 'fires', type: "{ a: 'b' }", name: 'some-event', text: 'When.' },
      ],
    });
  });
});
