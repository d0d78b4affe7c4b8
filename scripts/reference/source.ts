import { readFileSync } from 'node:fs';
import { type DocBlock, parseDocBlock } from './doc-block.js';

const root = `${import.meta.dirname}/../..`;

export const readSource = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

const comment = String.raw`/\*\*(?:(?!\*/)[\s\S])*\*/`;

/**
 * The doc block right above a piece of code, and that code's line.
 *
 * @param code - How the line begins, as a pattern.
 * @throws When there is none: everything that the reference shows is documented where it is defined.
 */
export function readDoc(source: string, code: string): { readonly doc: DocBlock; readonly line: string } {
  const found = new RegExp(`(?<comment>${comment})\\s*\\n\\s*(?<line>(?:${code}).*)`).exec(source)?.groups;
  if (!found?.comment || !found.line) throw new Error(`Nothing is said about ${code}.`);
  return { doc: parseDocBlock(found.comment), line: found.line };
}
