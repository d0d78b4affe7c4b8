import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Report } from '../cli/check.js';

const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** Every path that a value holds, however deep. */
const pathsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(pathsIn);

it('names no file that the build does not make', () => {
  const { exports, bin, unpkg, jsdelivr, customElements, 'web-types': webTypes } = manifest;
  const paths = pathsIn({ exports, bin, unpkg, jsdelivr, customElements, webTypes }).filter(
    (path) => !path.includes('*'),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

it('gives the check to programs, by the name of the package', async () => {
  const name = 'hasoffers-widgets/check';
  const { runCheck } = (await import(/* @vite-ignore */ name)) as typeof import('../cli/check.js');
  const report: Report = await runCheck({
    endpoint: 'https://proxy.example/',
    timeout: 100,
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    now: () => 0,
  });
  expect(report).toMatchObject({ ok: false, requests: 1, findings: [{ check: 'reachable', level: 'problem' }] });
});
