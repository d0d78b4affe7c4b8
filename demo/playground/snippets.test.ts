import { describe, expect, it } from 'vitest';
import { tokenScript, toScriptAddress, writeStyle } from './html-snippet.js';
import { writeCss, writeElement } from './markup.js';
import { writePolicy } from './policy.js';
import { formats, type SnippetParts, writeSnippets } from './snippets.js';

const parts: SnippetParts = {
  configuration: {
    element: 'hasoffers-offer-list',
    attributes: { search: '', disclosure: '', category: '8, "9"' },
    tokens: { '--hasoffers-accent': '#123456' },
  },
  source: 'site',
  script: 'https://example.com/js/hasoffers-widgets.js?v=1.2.3',
  integrity: 'sha384-abc',
  endpoint: 'https://proxy.example/hasoffers?a=1&b=2',
  pictures: ['https://example.com', 'https://media.example'],
  heights: { phone: 2400, page: 900 },
  isSignedIn: false,
  locale: { language: 'ar', integrity: 'sha384-def' },
};
const codeOf = (given: SnippetParts, format: (typeof formats)[number]) =>
  writeSnippets(given)[format].map(({ code }) => code);

describe('a snippet', () => {
  it('connects, reserves its place, and names script, version, hash, proxy, language, look and element', () => {
    expect(codeOf(parts, 'html')).toEqual([
      `<link rel="preconnect" href="https://proxy.example" crossorigin>
<link rel="preconnect" href="https://media.example">
<style>
hasoffers-offer-list {
  --hasoffers-accent: #123456;
}
hasoffers-offer-list:not(:defined) {
  display: block;
  min-height: 2400px;
}
@media (min-width: 600px) {
  hasoffers-offer-list:not(:defined) {
    min-height: 900px;
  }
}
</style>
<script
  data-cfasync="false"
  data-no-optimize="1"
  class="nowprocket"
  src="https://example.com/js/hasoffers-widgets.js?v=1.2.3"
  integrity="sha384-abc"
  crossorigin="anonymous"
  data-endpoint="https://proxy.example/hasoffers?a=1&amp;b=2"
  defer
></script>
<script
  data-cfasync="false"
  data-no-optimize="1"
  class="nowprocket"
  src="https://example.com/js/locales/ar.js"
  integrity="sha384-def"
  crossorigin="anonymous"
  defer
></script>
<hasoffers-offer-list
  endpoint="https://proxy.example/hasoffers?a=1&amp;b=2"
  search
  disclosure=""
  category="8, &quot;9&quot;"
></hasoffers-offer-list>`,
    ]);
  });

  it('for WordPress and site builders is the same but for the hashes', () => {
    const plain = codeOf(parts, 'html')[0]?.replace(/ {2}(integrity|crossorigin)=.*\n/g, '');
    expect(codeOf(parts, 'wordpress')).toEqual([`<!-- wp:html -->\n${plain}\n<!-- /wp:html -->`]);
    expect(codeOf(parts, 'builder')[0]).toBe(plain);
  });

  it('for Wix is what its dialogues ask for', () => {
    expect(codeOf(parts, 'builder')[1]?.split('\n').slice(0, 4)).toEqual([
      'Server URL: https://example.com/js/hasoffers-widgets.js?v=1.2.3',
      'Tag name: hasoffers-offer-list',
      'Attributes:',
      '  endpoint = https://proxy.example/hasoffers?a=1&b=2',
    ]);
  });

  it.each([
    ['jsdelivr', 'https://cdn.jsdelivr.net/npm/hasoffers-widgets@1.2.3/dist/'],
    ['unpkg', 'https://unpkg.com/hasoffers-widgets@1.2.3/dist/'],
  ] as const)('from %s names one version, and its hash in every format', (source, folder) => {
    const script = toScriptAddress(source, 'hasoffers-widgets.js', '/mine.js', '1.2.3');
    for (const format of ['html', 'wordpress', 'builder'] as const) {
      const [code = ''] = codeOf({ ...parts, source, script }, format);
      expect(
        [...code.matchAll(/src="(.*)"\n {2}integrity="(.*)"\n {2}crossorigin/g)].map(([, ...both]) => both),
      ).toEqual([
        [`${folder}hasoffers-widgets.js`, 'sha384-abc'],
        [`${folder}locales/ar.js`, 'sha384-def'],
      ]);
    }
  });

  it('connects early only to what is not the site itself', () => {
    const ofSite = { ...parts, pictures: ['https://example.com'], endpoint: '/hasoffers' };
    expect(codeOf(ofSite, 'html')[0]).not.toContain('preconnect');
    expect(codeOf({ ...ofSite, source: 'unpkg' }, 'html')[0]).toContain(
      '<link rel="preconnect" href="https://example.com">',
    );
  });

  it('reserves one height where a phone’s is no other, and none where nothing was measured', () => {
    const bare = { ...parts.configuration, tokens: {} };
    expect(writeStyle({ configuration: bare, heights: { phone: 90, page: 90 } })).toMatch(
      /^[^@]*min-height: 90px[^@]*$/,
    );
    expect(writeStyle({ configuration: bare })).toBe('');
  });

  const languages = [
    { language: 'en', file: [], setting: [] },
    { language: 'pt-BR', file: ['locales/pt-BR.js'], setting: ["{ 'pt-BR': ptBR }"] },
  ];

  it.each(languages.flatMap((language) => formats.map((format) => ({ ...language, format }))))(
    'in $language for $format has the pack of that language, by no other means',
    ({ language, file, setting, format }) => {
      const locale = file.length ? { language, integrity: 'sha384-def' } : undefined;
      const code = codeOf({ ...parts, locale }, format).join('\n');
      const packs = [...code.matchAll(/locales\/[\w-]+\.js|(?<=locales: )\{.*?\}/g)].map(([text]) => text);
      const expected = { react: setting, vue: setting, css: [] };
      expect(packs).toEqual(format in expected ? expected[format as keyof typeof expected] : file);
      // It would make every element of the page speak that language.
      expect(code).not.toContain('messages');
    },
  );

  it('keeps a value from ending the rule or the element that it stands in', () => {
    const tokens = { '--hasoffers-accent': 'red; } </style><script>alert(1)</script>' };
    expect(writeCss({ ...parts.configuration, tokens })).not.toMatch(/[;}<].*[;}<].*\n}/);
  });

  it('has its look alone, where there is one', () => {
    expect(codeOf(parts, 'css')).toEqual([writeCss(parts.configuration)]);
    expect(codeOf({ ...parts, configuration: { ...parts.configuration, tokens: {} } }, 'css')).toEqual([]);
  });

  const signedIn: SnippetParts = {
    ...parts,
    configuration: { element: 'hasoffers-stats', attributes: {}, tokens: {} },
    isSignedIn: true,
    locale: undefined,
  };

  it('of a signed-in element says who is signed in, whatever runs first', () => {
    for (const format of ['html', 'wordpress', 'builder'] as const)
      expect(codeOf(signedIn, format)[0]).toContain(`class="nowprocket">${tokenScript}</script>\n<script`);
    expect(tokenScript).toContain('window.HasOffersWidgets = {\n  ...window.HasOffersWidgets,\n  token: async');
    expect(codeOf(parts, 'html')[0]).not.toContain('token');
  });

  it.each(['react', 'vue'] as const)('of a signed-in element for %s imports it and says who is signed in', (format) => {
    const code = codeOf(signedIn, format)[0];
    expect(code).toContain(`import 'hasoffers-widgets/${format}';\nimport 'hasoffers-widgets/stats';\n`);
    expect(code).toContain('globalThis.HasOffersWidgets?.configure({\n  token: async');
    expect(codeOf(parts, format)[0]).not.toContain('token');
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
