import type { Section } from '../reference/page/section.js';
import type { Guide } from './guides.js';

/** One thing that the search of the documentation can find. */
export interface SearchEntry {
  readonly id: number;
  readonly href: string;
  /** Of the guide, or of the reference's section. */
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

/** Guides by heading, and the reference by name; `/docs/search.json` on the site. */
export function toSearchEntries(pages: readonly Guide[], reference: readonly Section[]): readonly SearchEntry[] {
  const guides = pages.flatMap(({ path, title: page, sections }) =>
    sections.map(({ id, title, text }) => ({ href: id ? `${path}#${id}` : path, page, title, text })),
  );
  const names = reference.flatMap(({ title, groups }) =>
    groups.flatMap(({ title: group, rows }) =>
      rows.map(({ id, name, body }) => ({
        href: `/reference.html#${id}`,
        page: `Reference: ${[title, group].filter((part) => !part.startsWith('All ')).join(', ')}`,
        title: name,
        text: toText(body),
      })),
    ),
  );
  return [...guides, ...names].map((entry, id) => ({ id, ...entry }));
}

/** The first sentences of a row: parameters of a method would drown everything else. */
const toText = (html: string): string =>
  html
    .replace(/<details>.*|<div class="code">.*/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
