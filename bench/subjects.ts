import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import type { Browser } from 'playwright';
import { script } from '../e2e/site.js';
import { bundle } from './bundle.js';

/** An offer list that is measured. */
export interface Subject {
  /** Key of its samples, and part of its pages' URLs. */
  readonly name: 'ours' | 'vanilla' | 'earlier';
  /** What the table calls it. */
  readonly label: string;
  readonly tag: 'hasoffers-offer-list' | 'vanilla-list';
  /** URL of its script on the bench's site. */
  readonly src: string;
  readonly code: string;
}

/** The stylesheets that the element of a script adopts, as one minified text. */
async function readStyles(browser: Browser, code: string): Promise<string> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const styles = await page.evaluate(async () => {
    await customElements.whenDefined('hasoffers-offer-list');
    const element = document.body.appendChild(document.createElement('hasoffers-offer-list'));
    const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
    return sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
  });
  await page.close();
  if (!styles) throw new Error('The offer list has no stylesheet.');
  return (await transform(styles, { loader: 'css', minify: true })).code;
}

/**
 * Our built script, the hand-written element in a script bundled alike, with the same stylesheets, and, where a path is
 * given, the built script of another commit.
 */
export async function loadSubjects(browser: Browser, earlierScript: string | undefined): Promise<readonly Subject[]> {
  const code = await readFile(script, 'utf8');
  const styles = await readStyles(browser, code);
  const vanilla = await bundle('bench/page/vanilla-list.ts', { __STYLES__: JSON.stringify(styles) });
  const ours: Subject = { name: 'ours', label: 'ours', tag: 'hasoffers-offer-list', src: '/ours.js', code };
  const subjects: Subject[] = [
    ours,
    { name: 'vanilla', label: 'hand-written', tag: 'vanilla-list', src: '/vanilla.js', code: vanilla },
  ];
  if (earlierScript) {
    const earlier = await readFile(earlierScript, 'utf8');
    subjects.push({ ...ours, name: 'earlier', label: 'earlier script', src: '/earlier.js', code: earlier });
  }
  return subjects;
}
