import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import viteConfig from '../vite.config.js';
import { launch } from './browser.js';

/** There is no such file: it stands where its imports find what is installed. */
const entry = fileURLToPath(new URL('../entry.ts', import.meta.url));

/** Preact as the script has it: without what `scripts/assume` takes out. */
async function buildPreact(): Promise<string> {
  const code = `import { createElement, render } from 'preact'; window.preact = { createElement, render };`;
  const plugin = {
    name: 'entry',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id === entry ? id : null),
    load: (id: string) => (id === entry ? code : null),
  };
  const built = await build({
    ...viteConfig,
    plugins: [plugin, viteConfig.plugins],
    configFile: false,
    logLevel: 'error',
    build: { ...viteConfig.build, write: false, lib: { ...viteConfig.build.lib, entry } },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('nothing was built');
  return result.output[0].code;
}

type Make = (tag: string, props: object | null, ...children: unknown[]) => unknown;

/** How many of so many random trees, each drawn where the one before stands, come out otherwise than drawn afresh. */
function drawAtRandom(times: number): string[] {
  const { createElement, render } = (
    window as unknown as { preact: { createElement: Make; render(tree: unknown, root: Element): void } }
  ).preact;
  let seed = 12345;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  // Nodes with keys and without, texts, lists within lists, and what is not there.
  const toChildren = (depth: number): unknown[] => {
    const used = new Set<number>();
    return Array.from({ length: random(8) }, () => {
      const kind = random(10);
      if (kind === 0) return null;
      if (kind === 1) return `text ${random(3)}`;
      if (kind === 2 && depth) return () => toChildren(depth - 1);
      const key = random(8);
      if (used.has(key)) return false;
      used.add(key);
      const props = random(3) ? { key, title: `title ${random(3)}` } : { class: `class ${random(3)}` };
      return [['p', 'b', 'i'][random(3)], props, depth ? toChildren(depth - 1) : [`leaf ${random(3)}`]];
    });
  };
  const make = (child: unknown): unknown => {
    // A list was described as a function, so that it is told from an element.
    if (typeof child === 'function') return (child() as unknown[]).map(make);
    if (!Array.isArray(child)) return child;
    const [tag, props, children] = child as [string, object, unknown[]];
    return createElement(tag, props, ...children.map(make));
  };
  const read = (root: Element) => {
    root.normalize();
    return root.innerHTML;
  };
  const page = document.createElement('div');
  const wrong: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const children = toChildren(2);
    const fresh = document.createElement('div');
    const before = seed;
    render(createElement('div', null, ...children.map(make)), page);
    seed = before;
    render(createElement('div', null, ...children.map(make)), fresh);
    const copy = page.cloneNode(true) as Element;
    if (read(copy) !== read(fresh)) wrong.push(`${copy.innerHTML}\n${fresh.innerHTML}`);
  }
  return wrong;
}

it.each(['moves nodes as they are', 'takes nodes out and puts them in'])(
  'what is drawn does not depend on what was there before, in a browser that %s',
  async (way) => {
    const [code, browser] = await Promise.all([buildPreact(), launch()]);
    const page = await browser.newPage();
    if (way.startsWith('takes')) await page.evaluate('delete Element.prototype.moveBefore');
    await page.addScriptTag({ content: code });
    expect(await page.evaluate(drawAtRandom, 3000)).toEqual([]);
    await browser.close();
  },
  90_000,
);
