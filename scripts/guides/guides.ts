import { readFileSync } from 'node:fs';
import { type RenderedMarkdown, renderMarkdown } from './markdown.js';
import { docsFiles, toPagePath } from './sidebar.js';

/** A guide, read and rendered. */
export interface Guide extends RenderedMarkdown {
  /** Of its page on the site: `/docs/theming.html`. */
  readonly path: string;
}

/** All guides, in the order of the sidebar. */
export const readGuides = (): readonly Guide[] =>
  docsFiles.map((file) => ({
    path: toPagePath(file),
    ...renderMarkdown(file, readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8')),
  }));
