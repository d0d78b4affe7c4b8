import type { Guide } from '../../scripts/guides/guides.js';
import { sidebar, toPagePath } from '../../scripts/guides/sidebar.js';
import { toText } from '../../scripts/reference/page/html.js';

/** A whole HTML page: sidebar, guide, contents, and the ways to the guides before and after. */
export function renderDocsPage(page: Guide, all: readonly Guide[]): string {
  const place = all.indexOf(page);
  const turn = (other: Guide | undefined, rel: 'prev' | 'next', label: string) =>
    other ? `<a rel="${rel}" href="${other.path}"><span>${label}</span> ${toText(other.title)}</a>` : '';
  const script = page.hasLive
    ? '<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" defer vite-ignore></script>'
    : '';
  return `<!doctype html>
<html lang="en">
  <head>
    <!-- include meta -->
    <link rel="stylesheet" href="/docs/docs.css" />
    <script type="module" src="/docs/docs.ts"></script>
    ${script}
    <title>${toText(page.title)} – hasoffers-widgets</title>
    <meta name="description" content="${toText(page.description)}" />
  </head>
  <body>
    <!-- include header -->
    <div class="wrap docs">
      <div class="docs-side">
        <!-- include ../docs/search -->
        <button type="button" class="docs-toggle" aria-expanded="false" aria-controls="docs-menu">Menu</button>
        <nav class="docs-menu" id="docs-menu" aria-label="Documentation">${renderSidebar(page, all)}</nav>
      </div>
      <main id="main" class="docs-main" tabindex="-1">
        ${renderContents(page)}
        <article class="prose">${page.html}</article>
        <nav class="docs-turn" aria-label="Previous and next">
          ${turn(all[place - 1], 'prev', 'Previous')}${turn(all[place + 1], 'next', 'Next')}
        </nav>
      </main>
    </div>
    <!-- include footer -->
  </body>
</html>`;
}

function renderSidebar(current: Guide, all: readonly Guide[]): string {
  const link = (file: string) => {
    const page = all.find(({ path }) => path === toPagePath(file));
    if (!page) throw new Error(`There is no page of ${file}.`);
    return `<li><a href="${page.path}"${page === current ? ' aria-current="page"' : ''}>${toText(page.title)}</a></li>`;
  };
  const group = (title: string, links: readonly string[]) => `<p>${title}</p><ul>${links.join('')}</ul>`;
  return [
    ...sidebar.map(({ title, files }) => group(title, files.map(link))),
    group('Reference', ['<li><a href="/reference.html">Everything, by name</a></li>']),
  ].join('');
}

const renderContents = ({ headings }: Guide): string =>
  headings.length < 2
    ? ''
    : `<div class="docs-aside">
        <button type="button" class="docs-toggle" aria-expanded="false" aria-controls="docs-contents">On this page</button>
        <nav class="docs-contents" id="docs-contents" aria-labelledby="contents-title">
          <p id="contents-title">On this page</p>
          <ul>${headings.map(({ depth, id, html }) => `<li><a class="depth-${depth}" href="#${id}">${html}</a></li>`).join('')}</ul>
        </nav>
      </div>`;
