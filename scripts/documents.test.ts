import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGuides } from './guides/guides.js';
import { renderMarkdown } from './guides/markdown.js';
import { docsFiles } from './guides/sidebar.js';

const root = `${import.meta.dirname}/..`;

describe('the documents', () => {
  it('are all in the sidebar, once', () => {
    const guides = readdirSync(`${root}/docs`)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`);
    expect(guides.length).toBeGreaterThan(10);
    expect(docsFiles).toEqual(expect.arrayContaining(guides));
    expect(new Set(docsFiles).size).toBe(docsFiles.length);
  });

  it.each([
    ['README.md', 200],
    ['CONTRIBUTING.md', 150],
  ])('%s has at most %i lines', (file, most) => {
    expect(readFileSync(`${root}/${file}`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(most);
  });

  it('name the size limits that hold', () => {
    const { 'size-limit': limits } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
    const guide = readFileSync(`${root}/docs/performance.md`, 'utf8');
    expect(limits.length).toBeGreaterThan(1);
    for (const { path, limit } of limits) {
      const bytes = Number.parseInt(limit, 10).toLocaleString('en');
      expect(guide).toContain(`${path.replace('dist/', '')}\` is at most ${bytes} bytes`);
    }
  });

  it('link from the README to every guide', () => {
    const readme = readFileSync(`${root}/README.md`, 'utf8');
    expect(docsFiles.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
  });

  it('link to files that are there', () => {
    const broken = ['README.md', 'CONTRIBUTING.md', 'proxy/README.md', ...docsFiles].flatMap((file) => {
      const folder = new URL(`file://${root}/${file}`);
      const links = [...readFileSync(folder, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
      return links.filter(([, path = '']) => !exists(new URL(path, folder))).map(([, path]) => `${file}: ${path}`);
    });
    expect(broken).toEqual([]);
  });

  it('have a title, a description, and text that can be found', () => {
    for (const { title, description, sections } of readGuides()) {
      expect(title).not.toBe('');
      expect(description.length).toBeGreaterThan(30);
      expect(sections.map(({ text }) => text).join('').length).toBeGreaterThan(200);
    }
  });
});

function exists(file: URL): boolean {
  try {
    return readFileSync(file).length > 0;
  } catch {
    return false;
  }
}

describe('Markdown', () => {
  const render = (source: string) => renderMarkdown('docs/theming.md', source);

  it('becomes a page whose headings have the addresses that GitHub gives them', () => {
    const { title, headings, html } = render('# Theming\n\n## `<hasoffers-offer-list>`, and more\n');
    expect(title).toBe('Theming');
    expect(headings[0]?.id).toBe('hasoffers-offer-list-and-more');
    expect(html).toContain('<h2 id="hasoffers-offer-list-and-more">');
  });

  it('links to other guides by their pages, and to nothing that is not on the site', () => {
    const { html } = render('# A\n\n[one](elements.md#states) [two](../SECURITY.md) [three](../bench/NOTES.md)');
    expect(html).toContain('href="/docs/elements.html#states"');
    expect(html).toContain('href="/docs/security.html"');
    expect(html).toContain(' three');
    expect(html).not.toContain('NOTES');
  });

  it('colours code by classes, since the policy of the pages forbids style attributes', () => {
    const { html } = render('# A\n\n```css\na { --hasoffers-accent: red; }\n```');
    expect(html).toContain('class="token-');
    expect(html).not.toContain('style=');
  });

  it('runs markup that is marked, and shows it', () => {
    const { html, hasLive } = render(
      '# A\n\n<!-- live -->\n```html\n<hasoffers-offer-list></hasoffers-offer-list>\n```',
    );
    expect(hasLive).toBe(true);
    expect(html).toContain('<div class="live-example"><hasoffers-offer-list></hasoffers-offer-list></div>');
  });

  it('can be searched for each word of a table', () => {
    const { sections } = render('# A\n\n| Language | File |\n| --- | --- |\n| Arabic | ar |\n| Czech | cs |\n');
    expect(sections[0]?.text).toBe('Language File Arabic ar Czech cs');
  });

  it('is refused with HTML, two equal headings, or a language without colours', () => {
    expect(() => render('# A\n\n<b>bold</b>')).toThrow('HTML');
    expect(() => render('# A\n\n<div>block</div>')).toThrow('HTML');
    expect(() => render('# A\n\n<!-- a comment -->\n')).not.toThrow();
    expect(() => render('# A\n\n## B\n\n## B')).toThrow('two headings');
    expect(() => render('# A\n\n```cobol\nMOVE\n```')).toThrow('cobol');
  });
});
