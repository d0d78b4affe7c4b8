import { readdirSync, readFileSync } from 'node:fs';
import { type DocBlock, parseDocBlock } from './doc-block.js';

const root = `${import.meta.dirname}/../..`;

export const readSource = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** The stylesheets of what all elements stand on, and of each of them. */
export const readStyles = (): string =>
  ['shared/element', 'shared/offer', ...readdirSync(`${root}/widgets`).map((name) => `widgets/${name}`)]
    .filter((path) => !/\.tsx?$/.test(path))
    .flatMap((folder) => readdirSync(`${root}/${folder}`).map((file) => `${folder}/${file}`))
    .filter((path) => path.endsWith('.css'))
    .map(readSource)
    .join('\n');

const comment = String.raw`/\*\*(?:(?!\*/)[\s\S])*\*/`;

/**
 * The doc block right above a piece of code, and that code's line.
 *
 * @param code - How the line begins, as a pattern.
 * @throws When there is none: everything that the reference shows is documented where it is defined.
 */
export function readDoc(source: string, code: string): { readonly doc: DocBlock; readonly line: string } {
  const found = new RegExp(`(?<comment>${comment})\\s*\\n\\s*(?<line>(?:${code}).*)`).exec(source)?.groups;
  if (!found?.comment || !found.line) throw new Error(`${code} has no doc comment.`);
  return { doc: parseDocBlock(found.comment), line: found.line };
}
