import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { toCodeBlock } from '../../scripts/guides/code-block.js';
import type { Language } from '../../scripts/guides/highlight.js';

const examples = `${import.meta.dirname}/../../proxy/examples`;
const languages: Readonly<Record<string, Language>> = { mjs: 'js', toml: 'toml' };

/**
 * Makes the page that connects a network.
 *
 * - `<!-- example FILE -->` shows a file of `proxy/examples`, which `npm test` runs as its owner would;
 * - `<!-- example FILE usage -->` the commands that its first comment gives.
 *
 * Its check sends requests to any URL that a visitor types, so only this page may connect anywhere.
 */
export function makeConnect(): Plugin {
  return {
    name: 'connect',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) => {
        if (!filename.endsWith('/connect.html')) return html;
        return html
          .replace("connect-src 'self'", "connect-src 'self' http: https:")
          .replace(/<!-- example (\S+?)( usage)? -->/g, (_, file: string, usage?: string) =>
            usage ? toCodeBlock(readUsage(file), 'sh') : toExample(file),
          );
      },
    },
  };
}

function toExample(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const code = readFileSync(`${examples}/${file}`, 'utf8').trim();
  return toCodeBlock(code, languages[name.slice(name.lastIndexOf('.') + 1)] ?? 'sh', name);
}

/** Lines of the first comment that are commands: indented ones, or all when none is. */
function readUsage(file: string): string {
  const lines = readFileSync(`${examples}/${file}`, 'utf8').split('\n');
  const comment = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.slice(2));
  return comment
    .filter((line) => /^\s*(?:podman|npm|npx|mkdir|cp) /.test(line))
    .map((line) => line.trim())
    .join('\n');
}
