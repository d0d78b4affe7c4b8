import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type DomIdentifier, type Kind, readEverything } from './dom-identifiers.js';

/*
 * Checks every name and URL that reaches a page against `blocklist.txt`, the patterns of ad blockers. Part of
 * `npm run check`.
 */

export interface Blocklist {
  readonly patterns: readonly { readonly kind: Kind; readonly pattern: RegExp }[];
  /** Names that the contract or the API fixes. */
  readonly allowed: ReadonlySet<string>;
}

/** Lines of `name PATTERN`, `path PATTERN` and `allow NAME REASON`; what follows ` # ` is a remark. */
export function parseBlocklist(text: string): Blocklist {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)#(\s.*)?$/, '').trim());
  const words = lines.filter(Boolean).map((line) => line.split(/\s+/) as [string, string, ...string[]]);
  const wrong = words.find(([kind, , reason]) => !(kind === 'allow' ? reason : ['name', 'path'].includes(kind)));
  if (wrong)
    throw new Error(`blocklist.txt: neither a pattern nor an allowed name with its reason: ${wrong.join(' ')}`);
  return {
    patterns: words.flatMap(([kind, pattern]) =>
      kind === 'name' || kind === 'path' ? { kind, pattern: new RegExp(pattern, 'i') } : [],
    ),
    allowed: new Set(words.flatMap(([kind, name]) => (kind === 'allow' ? name : []))),
  };
}

/** The identifiers that an ad blocker would hide or block, each text once. */
export function findBlocked(identifiers: readonly DomIdentifier[], { patterns, allowed }: Blocklist): DomIdentifier[] {
  const toCompare = ({ kind, text }: DomIdentifier): string => {
    if (kind === 'name') return allowed.has(text) ? '' : text.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2');
    return [...allowed].reduce((path, name) => path.replaceAll(name, ''), text);
  };
  const blocked = identifiers.filter((one) => {
    const text = toCompare(one);
    return patterns.some(({ kind, pattern }) => kind === one.kind && pattern.test(text));
  });
  return [...new Map(blocked.map((one) => [`${one.kind} ${one.text}`, one])).values()];
}

export const readBlocklist = (): Blocklist =>
  parseBlocklist(readFileSync(new URL('blocklist.txt', import.meta.url), 'utf8'));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const identifiers = readEverything();
  const blocked = findBlocked(identifiers, readBlocklist());
  for (const { kind, text, from } of blocked) console.error(`Ad blockers look for this ${kind}: ${text} (${from})`);
  if (blocked.length > 0) process.exit(1);
  console.log(`${new Set(identifiers.map(({ text }) => text)).size} names and URLs, none that ad blockers look for.`);
}
