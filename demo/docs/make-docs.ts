import type { Plugin } from 'vite';
import { readGuides } from '../../scripts/guides/guides.js';
import { highlight } from '../../scripts/guides/highlight.js';
import { toSearchEntries } from '../../scripts/guides/search-entries.js';
import { docsFiles, toPagePath } from '../../scripts/guides/sidebar.js';
import type { Reference } from '../../scripts/reference/model.js';
import { toSections } from '../../scripts/reference/page/sections.js';
import { renderDocsPage } from './pages.js';

/** Where a guide's page would be if it were a file. */
export const docsPages = (root: string): string[] => docsFiles.map((file) => root + toPagePath(file));

/** Makes a page of each guide, and the index that their search reads. */
export function makeDocs(root: string, reference: Promise<Reference>): Plugin {
  const all = readGuides();
  const pages = new Map(all.map((page) => [root + page.path, page]));
  return {
    name: 'docs',
    enforce: 'pre',
    resolveId: (id) => (pages.has(id) ? id : null),
    load(id) {
      const page = pages.get(id);
      return page ? renderDocsPage(page, all) : null;
    },
    async generateBundle() {
      const entries = toSearchEntries(all, toSections(await reference, highlight));
      this.emitFile({ type: 'asset', fileName: 'docs/search.json', source: JSON.stringify(entries) });
    },
  };
}
