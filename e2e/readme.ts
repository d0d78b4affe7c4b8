import { readdirSync, readFileSync } from 'node:fs';

const root = `${import.meta.dirname}/..`;

/** The README and all guides, as paths from the package's root. */
export const guides: readonly string[] = [
  'README.md',
  ...readdirSync(`${root}/docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/**
 * What a reader copies from the README or a guide: the fenced block after the line `<!-- snippet: NAME -->`,
 * which does not show in rendered Markdown.
 *
 * @throws When there is no such block, or more than one: a test that uses it must not pass by testing nothing.
 */
export function readSnippet(name: string): string {
  const blocks = guides.flatMap((file) =>
    readFileSync(`${root}/${file}`, 'utf8').split(`<!-- snippet: ${name} -->`).slice(1),
  );
  const found = blocks[0]?.match(/^\s*\n(?<indent> *)```[a-z]*\n(?<code>[\s\S]*?)\n\k<indent>```/)?.groups;
  if (blocks.length !== 1 || found?.code === undefined) throw new Error(`${blocks.length} × "snippet: ${name}"`);
  return `${found.code.replaceAll(new RegExp(`^${found.indent}`, 'gm'), '')}\n`;
}
