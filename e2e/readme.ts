import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What a reader copies out of the documentation: the fenced block that follows the line `<!-- snippet: NAME -->`, which
 * nobody sees where Markdown is rendered.
 *
 * @param file - Path from the package's root.
 * @throws When there is no such block, or more than one: a test that uses it must not pass by testing nothing.
 */
export function readSnippet(name: string, file = 'README.md'): string {
  const text = readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8');
  const blocks = text.split(`<!-- snippet: ${name} -->`).slice(1);
  const found = blocks[0]?.match(/^\s*\n(?<indent> *)```[a-z]*\n(?<code>[\s\S]*?)\n\k<indent>```/)?.groups;
  if (blocks.length !== 1 || found?.code === undefined)
    throw new Error(`${file}: ${blocks.length} × "snippet: ${name}"`);
  return `${found.code.replaceAll(new RegExp(`^${found.indent}`, 'gm'), '')}\n`;
}
