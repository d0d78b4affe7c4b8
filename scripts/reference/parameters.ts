import type { Parameter, ParameterTable } from '../../proxy/policy/parameters.js';
import type { ProxyParameterEntry } from './model.js';

/** A table of some hundred names in as few rows as say the same: one for all orders, one for each field's filters. */
export function groupParameters(table: ParameterTable): readonly ProxyParameterEntry[] {
  const rows = new Map<string, ProxyParameterEntry>();
  for (const [name, parameter] of table) {
    // `sort[Offer.name]` is another spelling of `sort[name]`.
    if (parameter.wire !== name) continue;
    const { row, word } = toRow(name);
    const known = rows.get(row);
    const words = [...(known?.words ?? listed(name, parameter)), ...(word ? [word] : [])];
    rows.set(row, { ...(known ?? toEntry(row, parameter)), words, max: Math.max(known?.max ?? 1, parameter.max) });
  }
  return [...rows.values()];
}

function toRow(name: string): { readonly row: string; readonly word?: string | undefined } {
  const [, field] = /^sort\[([\w.]+)\]$/.exec(name) ?? [];
  if (field) return { row: 'sort[…]', word: field };
  const [, filter, operator] = /^(filters\[(?!OR\])[\w.]+\])\[(\w*)\]$/.exec(name) ?? [];
  return filter ? { row: filter, word: operator } : { row: name };
}

/** A list that is too long for an error message. */
const listed = (name: string, { rule }: Parameter): readonly string[] =>
  name.endsWith('[]') && rule.expected.includes('list')
    ? rule.allowed.filter((word) => !isRepeated(word, rule.allowed))
    : [];

/** `Offer.name` beside `name`. */
const isRepeated = (word: string, all: readonly string[]): boolean =>
  word.startsWith(`${all.find((each) => each.includes('.'))?.split('.')[0]}.`) &&
  all.includes(word.replace(/^\w+\./, ''));

const toEntry = (name: string, { rule, required, max, fallback = '' }: Parameter): ProxyParameterEntry => ({
  name,
  expected: rule.expected,
  words: [],
  required,
  max,
  absent: fallback,
});
