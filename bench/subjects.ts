import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { Browser } from 'playwright';
import { script } from '../e2e/site.js';
import { bundle } from './bundle.js';

/** An element that is measured. */
export interface Subject {
  /** Key of its samples, and part of its pages' URLs. */
  readonly name: 'ours' | 'vanilla' | 'earlier';
  /** What the table calls it. */
  readonly label: string;
  readonly tag: string;
  /** URL of its script on the bench's site. */
  readonly src: string;
  readonly code: string;
  /** HTML for the head of its page. */
  readonly head?: string;
}

const portalScript = fileURLToPath(new URL('../dist/hasoffers-portal.js', import.meta.url));

/** The stylesheets that the element of a script adopts, as one minified text. */
async function readStyles(browser: Browser, tag: string, code: string): Promise<string> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const styles = await page.evaluate(async (name) => {
    await customElements.whenDefined(name);
    const element = document.body.appendChild(document.createElement(name));
    const sheets = element.shadowRoot?.adoptedStyleSheets ?? [];
    return sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
  }, tag);
  await page.close();
  if (!styles) throw new Error(`<${tag}> has no stylesheet.`);
  return (await transform(styles, { loader: 'css', minify: true })).code;
}

/**
 * Our built script, the hand-written element in a script bundled alike, with the same stylesheets, and, where a path is
 * given, the built script of another commit.
 */
export async function loadSubjects(browser: Browser, earlierScript: string | undefined): Promise<readonly Subject[]> {
  const code = await readFile(script, 'utf8');
  const styles = await readStyles(browser, 'hasoffers-offer-list', code);
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

/** The card of statistics in the script with every element, and the hand-written one with the same stylesheets. */
export async function loadStatsSubjects(browser: Browser): Promise<readonly Subject[]> {
  const code = await readFile(portalScript, 'utf8');
  const styles = await readStyles(browser, 'hasoffers-stats', code);
  const vanilla = await bundle('bench/page/vanilla-stats.ts', { __STYLES__: JSON.stringify(styles) });
  const head = "<script>window.HasOffersWidgets = { token: () => 'header.claims.signature' };</script>";
  return [
    { name: 'ours', label: 'ours', tag: 'hasoffers-stats', src: '/our-portal.js', code, head },
    { name: 'vanilla', label: 'hand-written', tag: 'vanilla-stats', src: '/vanilla-stats.js', code: vanilla },
  ];
}
