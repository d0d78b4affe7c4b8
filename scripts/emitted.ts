import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

/** `name`: class, id, part, attribute, value, custom property. `path`: file, address, query. */
export type Kind = 'name' | 'path';

export interface Emitted {
  readonly kind: Kind;
  readonly text: string;
  /** Where it comes from, for whoever has to change it. */
  readonly from: string;
}

/** Names in a stylesheet: classes, ids, attributes and their values, custom properties, custom states. */
export function readStyles(css: string, from: string): Emitted[] {
  const names = css.matchAll(
    /[.#]([a-z_][\w-]*)|\[([\w-]+)(?:[~|^$*]?=["']?([^"'\]]+))?|(--[\w-]+)|:(?:state|part)\(([^)]+)\)/gi,
  );
  return [...names].flatMap(([, ...groups]) => groups.filter(Boolean).flatMap((text) => toNames(text, from)));
}

/** Names and addresses in markup, whatever writes it: HTML, JSX, a template. */
export function readMarkup(markup: string, from: string): Emitted[] {
  const attributes = markup.matchAll(/\s([a-z][\w:.-]*)=(?:"([^"]*)"|'([^']*)')/gi);
  const found = [...attributes].flatMap(([, name = '', double, single]): Emitted[] => {
    const value = double ?? single ?? '';
    if (/^(href|src|action|endpoint|data-endpoint)$/.test(name)) return [{ kind: 'path', text: value, from }];
    if (/^(class|className|id|part|slot|name|for|data-.*)$/.test(name))
      return [...toNames(name, from), ...toNames(value, from)];
    return toNames(name, from);
  });
  const tags = [...markup.matchAll(/<([a-z]+-[\w-]+)/g)].map(
    ([, text = '']): Emitted => ({ kind: 'name', text, from }),
  );
  return [...found, ...tags];
}

/** Every text that a script can write into a page, and every name of a property, which may be an attribute's. */
export function readScript(code: string, from: string): Emitted[] {
  const emitted: Emitted[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.map(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, key } = node as { type?: string; value?: unknown; key?: { name?: string } };
    const text =
      type === 'TemplateElement' ? (value as { cooked?: string }).cooked : type === 'Literal' ? value : undefined;
    if (typeof text === 'string') emitted.push(...readText(text, from));
    if (type === 'Property' && key?.name) emitted.push({ kind: 'name', text: key.name, from });
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(code));
  return emitted;
}

/** A text is a stylesheet, an address, a list of names, or a sentence, in which nothing is a name. */
function readText(text: string, from: string): Emitted[] {
  // The `rel` of links, which the contract asks for and no list looks at.
  if (text === 'sponsored nofollow noopener') return [];
  if (/\{[^}]*:[^}]*\}/.test(text)) return readStyles(text, from);
  if (/[/?&]/.test(text)) return [{ kind: 'path', text, from }];
  return /^[\w-]+( [\w-]+)*$/.test(text) && text === text.toLowerCase() ? toNames(text, from) : [];
}

const toNames = (text: string, from: string): Emitted[] =>
  text.split(/\s+/).flatMap((name) => (name ? { kind: 'name', text: name, from } : []));

/** The files below a folder, as addresses: what a server makes of them. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** All that reaches a page: the built scripts, the demo site, what the READMEs tell to copy, and where it is served. */
export function readEverything(): Emitted[] {
  const scripts = listFiles('dist').filter(
    (file) => /^dist\/(locales\/)?[^/]+\.js$/.test(file) && file !== 'dist/cli.js',
  );
  const pages = ['demo', 'public'].flatMap(listFiles).filter((file) => !file.includes('.test.'));
  const markup = pages.filter((file) => /\.(html|ts|js)$/.test(file));
  const styles = pages.filter((file) => file.endsWith('.css'));
  const snippets = ['README.md', 'proxy/README.md'].map((file) => {
    const blocks = readFileSync(file, 'utf8').match(/^ *```[\s\S]*?^ *```/gm) ?? [];
    return [file, blocks.join('\n')] as const;
  });
  const read = (file: string) => readFileSync(file, 'utf8');
  return [
    ...[...scripts, ...pages].map((file): Emitted => ({ kind: 'path', text: `/${file}`, from: 'a file' })),
    ...scripts.flatMap((file) => readScript(read(file), file)),
    ...markup.flatMap((file) => readMarkup(read(file), file)),
    ...styles.flatMap((file) => readStyles(read(file), file)),
    ...snippets.flatMap(([file, text]) => [...readMarkup(text, file), ...readStyles(text, file)]),
  ];
}
