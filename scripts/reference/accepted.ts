import type { AttributeParser } from '../../shared/element/attributes.js';

/** What an attribute may hold. */
export type Accepted =
  | { readonly kind: 'flag' }
  | { readonly kind: 'text' }
  /** Any words, separated by blanks or commas. */
  | { readonly kind: 'list' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** Some of these, in any order. */
  | { readonly kind: 'words'; readonly words: readonly string[] };

/**
 * Learns from a parser itself what it accepts: its value for an absent attribute tells the type, and what it complains
 * about nonsense, which the page's author reads in the console, tells the words or bounds. So the parsers carry nothing
 * for the reference's sake, and the reference cannot say anything else than they do.
 *
 * @throws When the parser does not accept what it says it expects.
 */
export function learn(parser: AttributeParser<unknown>): Accepted {
  const absent = parser(null, refuseComplaints);
  if (typeof absent === 'boolean') return { kind: 'flag' };
  const expected = complaintAbout('¿', parser);
  if (expected === undefined) return { kind: Array.isArray(absent) ? 'list' : 'text' };
  if (typeof absent === 'number') {
    const [min = Number.NaN, max = Number.NaN] = expected.split(' to ').map(Number);
    for (const [bound, beyond] of [
      [min, min - 1],
      [max, max + 1],
    ] as const) {
      parser(String(bound), refuseComplaints);
      if (complaintAbout(String(beyond), parser) === undefined) throw new Error(`${beyond} is accepted, too.`);
    }
    return { kind: 'number', min, max };
  }
  const words = expected.split(' ');
  for (const word of words) parser(word, refuseComplaints);
  return { kind: Array.isArray(absent) ? 'words' : 'word', words };
}

function complaintAbout(raw: string, parser: AttributeParser<unknown>): string | undefined {
  const complaints: string[] = [];
  parser(raw, (expected) => complaints.push(expected));
  return complaints[0];
}

function refuseComplaints(expected: string): never {
  throw new Error(`A value that should be right is not: expected ${expected}.`);
}
