import { describe, expect, it } from 'vitest';
import { writePolicy } from './policy.js';
import { type SnippetParts, tokenScript, writeCss, writeElement, writeSnippets } from './snippets.js';

const parts: SnippetParts = {
  configuration: {
    element: 'hasoffers-offer-list',
    attributes: { search: '', disclosure: '', category: '8, "9"' },
    tokens: { '--hasoffers-accent': '#123456' },
  },
  script: 'https://example.com/js/hasoffers-widgets.js',
  endpoint: 'https://example.com/hasoffers?a=1&b=2',
  built: { version: '1.2.3', integrity: 'sha384-abc', compressed: 1 },
  isSignedIn: false,
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

  it('is one block of WordPress, with the same inside but for the hashes', () => {
    const { html, wordpress } = writeSnippets(parts);
    const withoutHashes = html[0]?.code.replace(/ {2}(integrity|crossorigin)=.*\n/g, '');
    expect(wordpress[0]?.code).toBe(`<!-- wp:html -->\n${withoutHashes}\n<!-- /wp:html -->`);
  });

  const languages = [
    { language: 'en', file: [], setting: [] },
    { language: 'ar', file: ['locales/ar.js'], setting: ["{ 'ar': ar }"] },
    { language: 'pt-BR', file: ['locales/pt-BR.js'], setting: ["{ 'pt-BR': ptBR }"] },
    { language: 'zh-TW', file: ['locales/zh-TW.js'], setting: ["{ 'zh-TW': zhTW }"] },
  ];
  const platforms = [
    { format: 'html', isModule: false, hasHashes: true },
    { format: 'wordpress', isModule: false, hasHashes: false },
    { format: 'react', isModule: true, hasHashes: false },
    { format: 'vue', isModule: true, hasHashes: false },
  ] as const;

  it.each(languages.flatMap((language) => platforms.map((platform) => ({ ...language, ...platform }))))(
    'in $language for $format has the pack of that language, by no other means, and hashes on a plain page alone',
    ({ language, file, setting, format, isModule, hasHashes }) => {
      const locale = file.length ? { language, integrity: 'sha384-def' } : undefined;
      const snippets = writeSnippets({ ...parts, locale })[format];
      const code = snippets.map((snippet) => snippet.code).join('\n');
      const packs = [...code.matchAll(/locales\/[\w-]+\.js|(?<=locales: )\{.*?\}/g)].map(([text]) => text);
      expect(packs).toEqual(isModule ? setting : file);
      // It would make every element of the page speak that language.
      expect(code).not.toContain('messages');
      expect(code.match(/integrity="sha384-\w+"\n {2}crossorigin/g) ?? []).toHaveLength(
        hasHashes ? 1 + file.length : 0,
      );
      expect(code.match(/integrity|crossorigin/g) ?? []).toHaveLength(hasHashes ? 2 + 2 * file.length : 0);
    },
  );

  it('keeps a value from ending the rule or the element that it stands in', () => {
    const tokens = { '--hasoffers-accent': 'red; } </style><script>alert(1)</script>' };
    expect(writeCss({ configuration: { ...parts.configuration, tokens } })).not.toMatch(/[;}<].*[;}<].*\n}/);
  });

  it('has its look alone, where there is one', () => {
    expect(writeSnippets(parts).css.map(({ code }) => code)).toEqual([writeCss(parts)]);
    expect(writeSnippets({ ...parts, configuration: { ...parts.configuration, tokens: {} } }).css).toEqual([]);
  });

  const signedInParts: SnippetParts = {
    ...parts,
    configuration: { element: 'hasoffers-stats', attributes: { layout: 'inline' }, tokens: {} },
    script: 'https://example.com/hasoffers-portal.js',
    isSignedIn: true,
    locale: undefined,
  };

  it('of a signed-in element says who is signed in, after the script that it is said to', () => {
    const { html, wordpress } = writeSnippets(signedInParts);
    for (const code of [html[0]?.code, wordpress[0]?.code]) {
      expect(code).toMatch(/hasoffers-portal\.js[\s\S]*<script type="module">[\s\S]*<hasoffers-stats layout="inline">/);
      expect(code).toContain(`<script type="module">${tokenScript}</script>`);
    }
    expect(tokenScript).toContain('HasOffersWidgets.configure({');
    expect(writeSnippets(parts).html[0]?.code).not.toContain('token');
  });

  it.each(['react', 'vue'] as const)('of a signed-in element for %s imports it and says who is signed in', (format) => {
    const code = writeSnippets(signedInParts)[format][0]?.code;
    expect(code).toContain(`import 'hasoffers-widgets/${format}';\nimport 'hasoffers-widgets/stats';\n`);
    expect(code).toContain('globalThis.HasOffersWidgets?.configure({\n  token: async');
    expect(writeSnippets(parts)[format][0]?.code).not.toContain('token');
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
  expect(writePolicy({ ...common, pictures: [], hasFrames: true })).toMatch(/\nframe-src blob:;$/);
  expect(writePolicy({ ...common, pictures: [] })).not.toMatch(/img|frame|style/);
  expect(writePolicy({ ...common, pictures: [], inlineScript: 'sha256-y' })).toBe(
    ["script-src https://cdn.example 'sha256-y';", "connect-src https://demo.example 'self';"].join('\n'),
  );
});
