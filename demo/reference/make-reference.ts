import type { Plugin } from 'vite';
import { highlight } from '../../scripts/guides/highlight.js';
import { toLlms } from '../../scripts/reference/llms.js';
import type { Reference } from '../../scripts/reference/model.js';
import { renderIndex, renderSection } from '../../scripts/reference/page/section.js';
import { toSections } from '../../scripts/reference/page/sections.js';

/**
 * Makes the reference page from the code: `<!-- reference -->` are its sections, `<!-- reference index -->` links to
 * them. The same as one text is `/llms.txt`.
 */
export function makeReference(reference: Promise<Reference>): Plugin {
  return {
    name: 'reference',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        if (!html.includes('<!-- reference')) return html;
        const sections = toSections(await reference, highlight);
        return html
          .replace('<!-- reference index -->', () => renderIndex(sections))
          .replace('<!-- reference -->', () => sections.map(renderSection).join('\n'));
      },
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'llms.txt', source: toLlms(await reference) });
    },
  };
}
