import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe.each(['package-lock.json', 'proxy/runtimes/package-lock.json'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };

  it('carries no download addresses', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  // npm leaves out what the registry at hand does not have, and `npm ci` then refuses the file.
  it('names the packages of every platform', () => {
    const names = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    const locked = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !locked.includes(name))).toEqual([]);
  });
});
