import { readdirSync } from 'node:fs';
import type { TypeEntry } from './model.js';
import { readDoc, readSource } from './source.js';

const sources = ['shared', 'widgets'].flatMap((folder) =>
  readdirSync(`${import.meta.dirname}/../../${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/test/.test(path))
    .map((path) => readSource(`${folder}/${path}`)),
);

/** The interfaces and types that some types are made of, each once, those in use first. */
export function readTypes(used: readonly string[]): readonly TypeEntry[] {
  const found = new Map<string, TypeEntry>();
  const waiting = [...used];
  for (const text of waiting) {
    for (const [name] of text.matchAll(/\b[A-Z]\w+/g)) {
      const entry = found.has(name) ? undefined : findType(name);
      if (!entry) continue;
      found.set(name, entry);
      waiting.push(entry.code.replace(/\/\*\*[\s\S]*?\*\//g, ''));
    }
  }
  return [...found.values()];
}

function findType(name: string): TypeEntry | undefined {
  const start = `export (?:interface|type) ${name}\\b(?!<)`;
  for (const source of sources) {
    const code = new RegExp(`^${start}(?: = [^;]+;|(?: extends [^{]+)? \\{[\\s\\S]*?^\\})`, 'm').exec(source)?.[0];
    if (!code) continue;
    return { name, text: sayOf(source, start), code: spellOut(code.replace('export ', ''), source) };
  }
  return undefined;
}

/** A type that is made of a list says its words. */
const spellOut = (code: string, source: string): string =>
  code.replace(/\(typeof (\w+)\)\[number\]/, (whole, list: string) => {
    const words = new RegExp(`const ${list} = \\[([^\\]]*)\\] as const`).exec(source)?.[1];
    return words?.trim().replace(/,$/, '').split(/,\s*/).join(' | ') ?? whole;
  });

/** Many a type says enough by its members. */
function sayOf(source: string, start: string): string {
  try {
    return readDoc(source, start).doc.summary;
  } catch {
    return '';
  }
}
