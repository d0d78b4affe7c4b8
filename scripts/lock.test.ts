import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly resolved?: string;
  /** A folder beside the lock file. */
  readonly link?: true;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locks = ['.', 'proxy/runtimes', 'e2e/frameworks', 'e2e/engines', 'e2e/lighthouse', 'e2e/publishing']
  .map((folder) => `${folder}/package-lock.json`)
  .filter((file) => existsSync(file));

describe.each(locks)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };

  it('carries no download addresses', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(2);
    expect(Object.values(packages).filter(({ resolved, link }) => resolved !== undefined && !link)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  // npm leaves out what the registry at hand does not have, and `npm ci` then refuses the file.
  it('names the packages of every platform', () => {
    const names = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    const locked = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    expect(names.filter((name) => !locked.includes(name))).toEqual([]);
  });
});
