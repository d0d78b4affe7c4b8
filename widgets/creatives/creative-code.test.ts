import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Creative } from '../../shared/api/creatives.js';
import { buildCode, type CodeParts, formatFor, keptMacros } from './creative-code.js';
import type { CodeFormat } from './creatives.types.js';

const picture: Creative = {
  id: '12',
  name: 'Fern & Clay',
  type: 'image',
  width: 300,
  height: 250,
  url: 'https://media.example/a%20b.png?x=1&copy;=2',
  thumbnail: null,
  code: null,
  expires: null,
};
const link = 'https://go.example/aff_c?offer_id=4&aff_id=94&copy=1&file_id=12';
const params = { aff_sub: 'blog', source: 'home' };
const build = (format: CodeFormat, creative: Partial<Creative> = {}, given: Partial<CodeParts> = {}) =>
  buildCode(format, { creative: { ...picture, ...creative }, link, offerId: '4', params, ...given });

/** What a browser makes of character references in an attribute or text: of those that the builder writes. */
const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name: string) =>
    code ? String.fromCharCode(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[name] ?? ''),
  );

const hostile = [
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</a><script>alert(1)</script>',
  '](https://evil.example) [x',
  '![x](https://evil.example/x.png)',
  '\\](https://evil.example)',
  '<https://evil.example>',
  '`code` *bold* _it_ ~~no~~ &amp; &lt;b&gt;',
  '{tracking_link} {unknown}',
  '$& $1 $` \\',
  'https://evil.example www.evil.example a@evil.example',
  'راية 🦊',
];

describe('HTML', () => {
  it('is a link around the picture', () => {
    expect(build('html')).toBe(
      '<a href="https://go.example/aff_c?offer_id=4&amp;aff_id=94&amp;copy=1&amp;file_id=12" rel="sponsored nofollow noopener">' +
        '<img src="https://media.example/a%20b.png?x=1&amp;copy;=2" width="300" height="250" alt="Fern &amp; Clay"></a>',
    );
  });

  it.each([[{ width: null }], [{ height: null }]])('has no size where half of it is unknown: %j', (creative) => {
    expect(build('html', creative)).not.toMatch(/width|height/);
  });

  it.each(['file', 'image'] as const)('of a %s without a picture is a link with its name', (type) => {
    expect(build('html', { type, url: null })).toMatch(/noopener">Fern &amp; Clay<\/a>$/);
  });

  it.each(hostile)('keeps the name %j in its place', (name) => {
    const code = build('html', { name });
    expect(code.match(/<[^>]*>/g)).toHaveLength(3);
    const [, alt = ''] = /alt="([^"]*)"><\/a>$/.exec(code) ?? [];
    expect(decode(alt)).toBe(name);
  });

  it('has the link byte by byte, whatever is in it', () => {
    const strange = 'https://go.example/x?a="><b>&c=\'&amp;d';
    const [, href = ''] = /^<a href="([^"]*)"/.exec(build('html', {}, { link: strange })) ?? [];
    expect(decode(href)).toBe(strange);
  });
});

describe('Markdown', () => {
  const render = (code: string) => marked.parseInline(code, { async: false });

  it('is a link around the picture', () => {
    expect(build('markdown')).toBe(`[![Fern &amp; Clay](https://media.example/a%20b.png?x=1&amp;copy;=2)](${link})`);
  });

  it.each(hostile)('is one link around one picture with the name %j', (name) => {
    const html = render(build('markdown', { name }));
    expect(html.match(/<\w+/g)).toEqual(['<a', '<img']);
    const [, alt = ''] = /alt="([^"]*)"/.exec(html) ?? [];
    expect(decode(alt)).toBe(name);
  });

  it.each(hostile)('is one link with the name %j where there is no picture', (name) => {
    const html = render(build('markdown', { name, type: 'file' }));
    expect(html.match(/<\w+/g)).toEqual(['<a']);
    expect(decode(/>(.*)<\/a>/.exec(html)?.[1] ?? '')).toBe(name);
  });

  it.each([link, 'https://go.example/a(b)c?x=)&lt;=1', 'https://go.example/a b<c>'])('leads to %s', (target) => {
    const [, href = ''] = /href="([^"]*)"/.exec(render(build('markdown', { type: 'file' }, { link: target }))) ?? [];
    expect(new URL(decode(href)).href).toBe(new URL(target).href);
  });
});

describe("the network's own HTML", () => {
  const html: Partial<Creative> = { type: 'html', url: null };

  it('has its macros filled in, as often as they stand there', () => {
    const code =
      '<a href="{tracking_link}&aff_sub={aff_sub}">{offer_id} {creative_id} {file_id} {source} [{aff_sub2}]</a>{tracking_link}';
    const escaped = link.replaceAll('&', '&amp;');
    expect(build('html', { ...html, code })).toBe(`<a href="${escaped}&aff_sub=blog">4 12 12 home []</a>${escaped}`);
    expect(build('html', { ...html, code: '{etracking_link}' })).toBe(encodeURIComponent(link));
  });

  it('keeps macros that nobody knows here', () => {
    const code = '{unknown_macro} {params} {unknown_macro} {tracking_link} p{margin:0} {constructor}';
    const filled = build('html', { ...html, code });
    expect(filled).toMatch(/^\{unknown_macro\} \{params\} .* p\{margin:0\} \{constructor\}$/);
    expect(keptMacros(code, false)).toEqual(['{unknown_macro}', '{params}', '{constructor}']);
    expect(keptMacros(filled, true)).toEqual(['{unknown_macro}', '{params}', '{constructor}']);
  });

  it('has the affiliate of a link that names it', () => {
    const code = '{affiliate_id} {aff_id}';
    expect(build('html', { ...html, code })).toBe('94 94');
    const other = build('html', { ...html, code }, { link: 'https://brand.app.link/Xy12' });
    expect(other).toBe(code);
    expect(keptMacros(other, true)).toEqual(['{affiliate_id}', '{aff_id}']);
    expect(keptMacros(code, false)).toEqual([]);
  });

  it('gets no markup by a value, and no value in the place of another', () => {
    const given = { params: { aff_sub: '"><script>', source: '{aff_sub}$&' } };
    expect(build('html', { ...html, code: '{source}|{aff_sub}' }, given)).toBe(
      '{aff_sub}$&amp;|&quot;&gt;&lt;script&gt;',
    );
  });
});

describe('the form', () => {
  it.each([
    ['image', null, 'markdown', 'markdown'],
    ['file', null, 'markdown', 'markdown'],
    ['html', '<b>', 'markdown', 'html'],
    ['text', '<b>', 'url', 'url'],
    // The proxy hands out no code.
    ['text', null, 'html', 'url'],
    ['email', null, 'markdown', 'url'],
  ] as const)('of %s with code %j, where %s is wanted, is %s', (type, code, wanted, form) => {
    expect(formatFor({ ...picture, type, code }, wanted)).toBe(form);
    if (form === 'url') expect(build(wanted, { type, code })).toBe(link);
  });
});
