import { posix } from 'node:path';
import { Marked, type RendererObject, type Tokens } from 'marked';
import { toCode, toText } from '../reference/page/html.js';
import { toCodeBlock } from './code-block.js';
import { toLanguage } from './highlight.js';
import { docsFiles, toPagePath } from './sidebar.js';

export interface Heading {
  readonly depth: number;
  readonly id: string;
  /** As HTML. */
  readonly html: string;
}

/** What the search finds: a heading and the text up to the next one. */
export interface TextSection {
  /** Of the heading; empty for the page's own. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface RenderedMarkdown {
  readonly title: string;
  /** The first paragraph, as plain text. */
  readonly description: string;
  readonly html: string;
  /** All but the title, for the page's contents. */
  readonly headings: readonly Heading[];
  readonly sections: readonly TextSection[];
  /** There is markup that runs on the page. */
  readonly hasLive: boolean;
}

const notes: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  WARNING: 'Warning',
  IMPORTANT: 'Important',
};

/**
 * A guide as the site shows it. Beyond GitHub's Markdown, the comment `<!-- live -->` before a block of HTML lets that
 * markup run on the page, above its code.
 *
 * @param file - Path from the repository's root: links are relative to it.
 */
export function renderMarkdown(file: string, source: string): RenderedMarkdown {
  const headings: Heading[] = [];
  const sections: TextSection[] = [];
  let title = '';
  let description = '';
  let isLive = false;
  let hasLive = false;

  const addText = (text: string) => {
    const last = sections.at(-1);
    if (last) sections[sections.length - 1] = { ...last, text: `${last.text} ${text}`.trim() };
  };

  const renderer: RendererObject = {
    heading({ tokens, depth }) {
      const html = this.parser.parseInline(tokens);
      const text = toPlainText(html);
      const id = toSlug(text);
      if (sections.some((section) => section.id === id)) throw new Error(`${file}: two headings are called "${text}".`);
      sections.push({ id: depth === 1 ? '' : id, title: text, text: '' });
      if (depth === 1) {
        title = text;
        return `<h1>${html}</h1>`;
      }
      headings.push({ depth, id, html });
      return `<h${depth} id="${id}">${html} <a class="permalink" href="#${id}" aria-label="Link to “${toText(text)}”">#</a></h${depth}>`;
    },
    paragraph({ tokens }) {
      const html = this.parser.parseInline(tokens);
      description ||= toPlainText(html);
      addText(toPlainText(html));
      return `<p>${html}</p>`;
    },
    code({ text, lang }) {
      const block = toCodeBlock(text, toLanguage(lang || 'text'));
      addText(text);
      if (!isLive) return block;
      isLive = false;
      return `<div class="live-example">${text}</div>${block}`;
    },
    codespan: ({ text }) => toCode(text),
    html({ text }) {
      if (!/^\s*(<!--[\s\S]*?-->\s*)*$/.test(text)) throw new Error(`${file}: HTML that is no comment: ${text}`);
      if (text.includes('<!-- live -->')) isLive = hasLive = true;
      return '';
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const target = toHref(file, href);
      return target === undefined ? text : `<a href="${toText(target)}">${text}</a>`;
    },
    blockquote({ tokens }) {
      const [, kind = '', text = ''] = /^<p>\[!(\w+)\]\s*([\s\S]*)$/.exec(this.parser.parse(tokens)) ?? [];
      if (!notes[kind]) throw new Error(`${file}: a quotation that is no note.`);
      return `<div class="callout callout-${kind.toLowerCase()}" role="note"><p class="callout-title">${notes[kind]}</p><p>${text}</div>`;
    },
    listitem(item) {
      const html = this.parser.parse(item.tokens);
      if (!html.includes('<p>')) addText(toPlainText(html));
      return `<li>${html}</li>`;
    },
    table(token) {
      const html = renderTable(token, (cell) => this.parser.parseInline(cell.tokens));
      addText(toPlainText(html.replaceAll(/<\/t[dh]>/g, ' ')));
      const label = `Table: ${sections.at(-1)?.title ?? title}`;
      // It scrolls on a narrow screen, so the keyboard must reach it.
      return `<div class="table" role="group" tabindex="0" aria-label="${toText(label)}">${html}</div>`;
    },
  };

  const html = new Marked({ gfm: true, renderer }).parse(source, { async: false });
  return { title, description, html, headings, sections, hasLive };
}

function renderTable({ header, rows }: Tokens.Table, render: (cell: Tokens.TableCell) => string): string {
  const head = header.map((cell) => `<th scope="col">${render(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${render(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Where a link leads on the site; `undefined` for a file of the repository that is not part of it. */
function toHref(file: string, href: string): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = '', hash] = href.split('#');
  const target = posix.join(posix.dirname(file), path);
  if (target === 'README.md') return '/index.html';
  if (!docsFiles.includes(target)) return undefined;
  return toPagePath(target) + (hash ? `#${hash}` : '');
}

/** As GitHub makes it, so that a link with a hash works in both places. */
const toSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const toPlainText = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
