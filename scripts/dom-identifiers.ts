import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

/** `name`: class, id, part, attribute, value, custom property. `path`: file, URL, query. */
export type Kind = 'name' | 'path';

export interface DomIdentifier {
  readonly kind: Kind;
  readonly text: string;
  /** The file that contains it. */
  readonly from: string;
}

/** Names in a stylesheet: classes, ids, attributes and their values, custom properties, custom states. */
export function readStyles(css: string, from: string): DomIdentifier[] {
  const names = css.matchAll(
    /[.#]([a-z_][\w-]*)|\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]+))?|(--[\w-]+)|:(?:state|part)\(([^)]+)\)/gi,
  );
  return [...names].flatMap(([, ...groups]) => groups.filter(Boolean).flatMap((text) => toNames(text, from)));
}

/** Names and URLs in markup: HTML, JSX or a template. */
export function readMarkup(markup: string, from: string): DomIdentifier[] {
  const attributes = markup.matchAll(/\s([a-z][\w:.-]*)=(?:"([^"]*)"|'([^']*)')/gi);
  const found = [...attributes].flatMap(([, name = '', double, single]): DomIdentifier[] => {
    const value = double ?? single ?? '';
    if (/^(href|src|action|endpoint|data-endpoint)$/.test(name)) return [{ kind: 'path', text: value, from }];
    if (/^(class|className|id|part|slot|name|for|data-.*)$/.test(name))
      return [...toNames(name, from), ...toNames(value, from)];
    return toNames(name, from);
  });
  const tags = [...markup.matchAll(/<([a-z]+-[\w-]+)/g)].map(
    ([, text = '']): DomIdentifier => ({ kind: 'name', text, from }),
  );
  return [...found, ...tags];
}

/** Every string of a script, and every property name, which may become an attribute. */
export function readScript(code: string, from: string): DomIdentifier[] {
  const identifiers: DomIdentifier[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.map(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, key } = node as { type?: string; value?: unknown; key?: { name?: string } };
    const text =
      type === 'TemplateElement' ? (value as { cooked?: string }).cooked : type === 'Literal' ? value : undefined;
    if (typeof text === 'string') identifiers.push(...readText(text, from));
    if (type === 'Property' && key?.name) identifiers.push({ kind: 'name', text: key.name, from });
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code));
  return identifiers;
}

/** What the API calls types of creatives, which stand in a query as values and nowhere else. */
const creativeTypes = ['image banner', 'text ad', 'html ad'];

/** A string is a stylesheet, a URL, a list of names, or prose, which holds no names. */
function readText(text: string, from: string): DomIdentifier[] {
  // The `rel` of links, which the contract requires and no list looks at.
  if (text === 'sponsored nofollow noopener' || creativeTypes.includes(text)) return [];
  if (/\{[^}]*:[^}]*\}/.test(text)) return readStyles(text, from);
  if (/[/?&]/.test(text)) return [{ kind: 'path', text, from }];
  return /^[\w-]+( [\w-]+)*$/.test(text) && text === text.toLowerCase() ? toNames(text, from) : [];
}

const toNames = (text: string, from: string): DomIdentifier[] =>
  text.split(/\s+/).flatMap((name) => (name ? { kind: 'name', text: name, from } : []));

/** The files below a folder, as URL paths. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** Everything that reaches a page: the built scripts, the demo site, the snippets of the documents, and their URLs. */
export function readEverything(): DomIdentifier[] {
  const scripts = listFiles('dist').filter(
    (file) => /^dist\/(locales\/)?[^/]+\.js$/.test(file) && file !== 'dist/cli.js',
  );
  const pages = ['demo', 'public'].flatMap(listFiles).filter((file) => !file.includes('.test.'));
  const markup = pages.filter((file) => /\.(html|ts|js)$/.test(file));
  const styles = pages.filter((file) => file.endsWith('.css'));
  const guides = listFiles('docs').filter((file) => file.endsWith('.md'));
  const snippets = ['README.md', ...guides].map((file) => {
    const blocks = readFileSync(file, 'utf8').match(/^ *```[\s\S]*?^ *```/gm) ?? [];
    return [file, blocks.join('\n')] as const;
  });
  const read = (file: string) => readFileSync(file, 'utf8');
  return [
    ...[...scripts, ...pages].map((file): DomIdentifier => ({ kind: 'path', text: `/${file}`, from: 'a file' })),
    ...scripts.flatMap((file) => readScript(read(file), file)),
    ...markup.flatMap((file) => readMarkup(read(file), file)),
    ...styles.flatMap((file) => readStyles(read(file), file)),
    ...snippets.flatMap(([file, text]) => [...readMarkup(text, file), ...readStyles(text, file)]),
  ];
}
