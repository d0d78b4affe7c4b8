import { expect, it } from 'vitest';
import { createStyles } from './styles.js';

type Transform = (code: string, id: string) => { readonly code: string } | undefined;

/** What becomes of stylesheets and of the code around their marks. */
function build(sheets: Readonly<Record<string, string>>, toCode: (marks: readonly string[]) => string): string {
  const { plugin, insert } = createStyles();
  const transform = plugin.transform as unknown as Transform;
  const marks = Object.entries(sheets).map(([id, css]) => {
    const [, mark = ''] =
      /^export default "(.*)"$/.exec(transform(`export default ${JSON.stringify(css)}`, id)?.code ?? '') ?? [];
    return mark;
  });
  return insert(toCode(marks));
}

it('puts stylesheets at the beginning, in the order of their paths, and names in their places', () => {
  const code = build(
    { '/b/list.css?inline': 'p{top:0}', '/a/base.css?inline': 'a{left:0}' },
    ([list, base]) => `!function(){use("${base}${list}",'${list}'+x)}();`,
  );
  expect(code).toBe(`!function(){var $0="a{left:0}",$1="p{top:0}";use($0+$1,$1+x)}();`);
});

it('takes the marks that are not in a text', () => {
  const sheets = { '/quotes.css?inline': 'a{content:""}', '/both.css?inline': `b{content:"'"}` };
  const code = build(sheets, ([quotes, both]) => `(()=>{use("${quotes}","${both}")})();`);
  expect(code).toBe(`(()=>{var $0="b{content:\\"'\\"}",$1='a{content:""}';use($1,$0)})();`);
});

it('leaves no blanks but those that mean something, and gives our variables one short name in all sheets', () => {
  const code = build(
    {
      '/a.css?inline': 'a{--_gap: calc(1em * 2);--_on-gap: var(--page, 1px);content:", "}',
      '/b.css?inline': 'b{margin:var(--_on-gap, 0) var(--_gap)}',
    },
    ([a, b]) => `(()=>{use("${a}${b}")})();`,
  );
  expect(code).toContain(`$0='a{--_0:calc(1em * 2);--_1:var(--page,1px);content:", "}'`);
  expect(code).toContain('$1="b{margin:var(--_1,0) var(--_0)}"');
});

it('lets alone what is no stylesheet, and a script without any', () => {
  const { plugin, insert } = createStyles();
  const transform = plugin.transform as unknown as Transform;
  expect(transform('export default "p{}"', '/styles.ts')).toBeUndefined();
  expect(insert('(()=>{use("@mail@")})();')).toBe('(()=>{use("@mail@")})();');
});
