import { describe, expect, it } from 'vitest';
import { writePolicy } from './policy.js';
import { type SnippetParts, writeCss, writeElement, writeSnippets } from './snippets.js';

const parts: SnippetParts = {
  configuration: {
    element: 'hasoffers-offer-list',
    attributes: { search: '', disclosure: '', category: '8, "9"' },
    tokens: { '--hasoffers-accent': '#123456' },
  },
  script: 'https://example.com/js/hasoffers-widgets.js',
  endpoint: 'https://example.com/hasoffers?a=1&b=2',
  built: { script: { version: '1.2.3', integrity: 'sha384-abc', compressed: 1 } },
  locale: { language: 'ar', integrity: 'sha384-def' },
};

describe('a snippet', () => {
  it('names script, version, hash, proxy, language, look and element', () => {
    expect(writeSnippets(parts).html[0]?.code).toBe(`<script
  src="https://example.com/js/hasoffers-widgets.js?v=1.2.3"
  integrity="sha384-abc"
  crossorigin="anonymous"
  data-endpoint="https://example.com/hasoffers?a=1&amp;b=2"
  defer
></script>

<script
  src="https://example.com/js/locales/ar.js"
  integrity="sha384-def"
  crossorigin="anonymous"
  defer
></script>

<style>
hasoffers-offer-list {
  --hasoffers-accent: #123456;
}
</style>

<hasoffers-offer-list
  search
  disclosure=""
  category="8, &quot;9&quot;"
></hasoffers-offer-list>`);
  });

  it('is one block of WordPress, with the same inside', () => {
    const { html, wordpress } = writeSnippets(parts);
    expect(wordpress[0]?.code).toBe(`<!-- wp:html -->\n${html[0]?.code}\n<!-- /wp:html -->`);
  });

  it('keeps a value from ending the rule or the element that it stands in', () => {
    const tokens = { '--hasoffers-accent': 'red; } </style><script>alert(1)</script>' };
    expect(writeCss({ configuration: { ...parts.configuration, tokens } })).not.toMatch(/[;}<].*[;}<].*\n}/);
  });

  it('has its look alone, where there is one', () => {
    expect(writeSnippets(parts).css.map(({ code }) => code)).toEqual([writeCss(parts)]);
    expect(writeSnippets({ ...parts, configuration: { ...parts.configuration, tokens: {} } }).css).toEqual([]);
  });

  it('stays on one line while that is short', () => {
    expect(writeElement({ element: 'hasoffers-account-manager', attributes: { layout: 'inline' } })).toBe(
      '<hasoffers-account-manager layout="inline"></hasoffers-account-manager>',
    );
  });
});

it('asks of a policy what the snippet needs and no more', () => {
  const base = 'https://demo.example/playground.html';
  const common = { base, script: 'https://cdn.example/w.js', endpoint: '/hasoffers' };
  expect(writePolicy({ ...common, pictures: ['https://b.example', 'https://a.example'], style: 'sha256-x' })).toBe(
    [
      'script-src https://cdn.example;',
      'connect-src https://demo.example;',
      'img-src https://a.example https://b.example;',
      "style-src 'sha256-x';",
    ].join('\n'),
  );
  expect(writePolicy({ ...common, pictures: [] })).not.toMatch(/img|style/);
});
