import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { toCodeBlock } from '../../scripts/guides/code-block.js';
import type { Language } from '../../scripts/guides/highlight.js';
import { renderGallery, renderIndex } from '../gallery/render.js';
import { dist } from './built-script.js';

const folder = import.meta.dirname;
const read = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');
const compress = () => brotliCompressSync(readFileSync(`${dist}/hasoffers-widgets.js`));

/** What the pages are made for. */
export interface SiteOptions {
  /** The network that the main endpoint asks; `undefined` for the sample network. */
  readonly networkId?: string | undefined;
}

/**
 * Makes the demo's pages from their sources, so that what a visitor copies is what runs beside it:
 *
 * - `<!-- include NAME -->` puts in `site/NAME.html`;
 * - `<!-- live NAME -->…<!-- /live -->` names markup that runs on the page, `<!-- code NAME -->` shows it, and
 *   `<!-- code FILE.EXT -->` a file of `site/snippets`;
 * - `<!-- host NAME ADDRESS -->…<!-- /host -->` adds to a text the page `hosts/NAME.html` in a window, and what that
 *   page's stylesheet says about the widgets;
 * - `<!-- when sample -->…<!-- /when -->` and `<!-- when account -->…` stay where the data is from the sample network, or
 *   from the network whose id is `<!-- network -->`;
 * - `<!-- gallery -->` are its rows, `<!-- gallery index -->` links to them;
 * - `<!-- size -->` is what the built script weighs.
 */
export function makePages({ networkId }: SiteOptions = {}): Plugin {
  const source = networkId === undefined ? 'sample' : 'account';
  return {
    name: 'pages',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const page = filename.slice(filename.lastIndexOf('/') + 1);
        const whole = html
          .replace(/<!-- include ([\w./-]+) -->/g, (_, name) => read(`${name}.html`))
          .replace(/ *<!-- when (\w+) -->\n?([\s\S]*?) *<!-- \/when -->\n?/g, (_, when, text) =>
            when === source ? text : '',
          )
          .replace('<!-- gallery -->', renderGallery)
          .replace('<!-- gallery index -->', renderIndex)
          .replaceAll('<!-- network -->', () => networkId ?? '')
          .replace(`href="/${page}"`, `href="/${page}" aria-current="page"`)
          .replace('href="/docs/getting-started.html">Docs', (link) =>
            /\/docs\/[^/]+$/.test(filename) ? link.replace('>', ' aria-current="true">') : link,
          );
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
          .replace(/<!-- host ([\w-]+) (\S+) -->([\s\S]*?)<!-- \/host -->/g, (_, name, address, text) =>
            toHost(name, address, text),
          )
          .replaceAll('<!-- size -->', () => `${Math.ceil(compress().length / 1000)}&nbsp;kB`);
      },
    },
  };
}

function toHost(name: string, address: string, text: string): string {
  const title = /<h2>(.*?)<\/h2>/.exec(text)?.[1] ?? name;
  return `<section class="host" id="${name}">
    <div class="host-text">${text}</div>
    ${toCodeBlock(readTokens(read(`../hosts/${name}.css`)), 'css')}
    <div class="window">
      <p class="window-bar"><span>${address}</span><a href="/hosts/${name}.html">Open the page<span class="unseen">: ${title}</span></a></p>
      <iframe src="/hosts/${name}.html" title="${title}" loading="lazy"></iframe>
    </div>
  </section>`;
}

/** The rule that sets `--hasoffers-*`, with those lines only. */
function readTokens(css: string): string {
  const rules = [
    ...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/^([^\s{}][^{}]*?) \{([^}]*--hasoffers-[^}]*)\}/gm),
  ].map(([, selector, body = '']) => {
    const lines = body.split('\n').filter((line) => /--hasoffers-|color-scheme/.test(line));
    return `${selector} {\n${lines.join('\n')}\n}`;
  });
  return rules.join('\n\n');
}

function withoutIndent(code: string): string {
  const lines = code.split('\n').filter((line) => !line.includes('<!-- biome-ignore'));
  const depths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...depths))).join('\n');
}
