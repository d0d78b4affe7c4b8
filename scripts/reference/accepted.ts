import type { Attribute } from '../../shared/element/attributes.js';

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
 * Finds out from the parser itself what it accepts: its value for an absent attribute shows the type, and its complaint
 * about nonsense, which the integrator reads in the console, names the words or bounds. So the parsers need no extra
 * data for the reference ("… such as EXAMPLE" is a text in that form), and the reference cannot differ from them.
 *
 * @throws When the attribute does not accept what it says it expects.
 */
export function readAccepted({ parse }: Attribute<unknown>): Accepted {
  const absent = parse(null, refuseComplaints);
  if (typeof absent === 'boolean') return { kind: 'flag' };
  const expected = complaintAbout('¿', parse);
  if (expected === undefined) return { kind: Array.isArray(absent) ? 'list' : 'text' };
  const example = / such as (\S+)$/.exec(expected)?.[1];
  if (example) {
    parse(example, refuseComplaints);
    return { kind: 'text' };
  }
  if (typeof absent === 'number') {
    const [min = Number.NaN, max = Number.NaN] = expected.split(' to ').map(Number);
    for (const [bound, beyond] of [
      [min, min - 1],
      [max, max + 1],
    ] as const) {
      parse(String(bound), refuseComplaints);
      if (complaintAbout(String(beyond), parse) === undefined) throw new Error(`${beyond} is accepted, too.`);
    }
    return { kind: 'number', min, max };
  }
  const words = expected.split(' ');
  for (const word of words) parse(word, refuseComplaints);
  return { kind: Array.isArray(absent) ? 'words' : 'word', words };
}

function complaintAbout(raw: string, parse: Attribute<unknown>['parse']): string | undefined {
  const complaints: string[] = [];
  parse(raw, (expected) => complaints.push(expected));
  return complaints[0];
}

function refuseComplaints(expected: string): never {
  throw new Error(`A value that should be right is not: expected ${expected}.`);
}
