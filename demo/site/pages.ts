import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { highlight, type Language } from './highlight.js';

const folder = import.meta.dirname;
const read = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');

/**
 * Makes the demo's pages from their sources, so that what a visitor copies is what runs beside it:
 *
 * `<!-- include NAME -->` puts in `site/NAME.html`; `<!-- live NAME -->…<!-- /live -->` names markup that runs on the
 * page, `<!-- code NAME -->` shows it; `<!-- code FILE.EXT -->` shows a file of `site/snippets`; `<!-- size -->` is
 * what the built script weighs.
 */
export function makePages(): Plugin {
  return {
    name: 'pages',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const page = filename.slice(filename.lastIndexOf('/') + 1);
        const whole = html
          .replace(/<!-- include ([\w-]+) -->/g, (_, name) => read(`${name}.html`))
          .replace(`href="/${page}"`, `href="/${page}" aria-current="page"`);
        const live = new Map(
          [...whole.matchAll(/<!-- live ([\w-]+) -->\n([\s\S]*?)\n *<!-- \/live -->/g)].map(
            ([, name, code]) => [name, withoutIndent(code ?? '')] as const,
          ),
        );
        return whole
          .replace(
            /<!-- code ([\w-]+)(?:\.(html|css|js|sh|nginx))? -->/g,
            (_, name, extension: Language | undefined) => {
              const code = extension ? read(`snippets/${name}.${extension}`).trim() : live.get(name);
              if (code === undefined) throw new Error(`${page}: nothing live is called "${name}"`);
              return toCodeBlock(code, extension ?? 'html');
            },
          )
          .replaceAll('<!-- size -->', () => kilobytes());
      },
    },
  };
}

const languageNames = { html: 'HTML', css: 'CSS', js: 'JavaScript', sh: 'Shell', nginx: 'nginx' };

function toCodeBlock(code: string, language: Language): string {
  return [
    `<div class="code"><div class="code-bar"><span>${languageNames[language]}</span>`,
    '<button type="button" class="copy" data-copy>Copy</button></div>',
    `<pre translate="no" dir="ltr"><code>${highlight(language === 'html' ? breakLongLines(code) : code, language)}</code></pre></div>`,
  ].join('');
}

function withoutIndent(code: string): string {
  const lines = code.split('\n').filter((line) => !line.includes('<!-- biome-ignore'));
  const depths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...depths))).join('\n');
}

/** An element on one line that is longer than a code block is wide: its end goes to a line of its own. */
const breakLongLines = (code: string) =>
  code.replace(/^(.{24,}>)(<\/[\w-]+>)$/gm, (line, start, end) => (line.length > 58 ? `${start}\n${end}` : line));

function kilobytes(): string {
  const bytes = brotliCompressSync(readFileSync(`${folder}/../../dist/hasoffers-widgets.js`)).length;
  return `${Math.ceil(bytes / 1000)}&nbsp;kB`;
}
