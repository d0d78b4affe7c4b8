import type { Wire } from '../wire/php-json.js';

/** The fields of one model row, in the order in which the API writes them. */
export type Fields = { readonly [field: string]: Wire };

/** How a relation hangs on a row: one object, a map of rows, a bare text, or one of the ways in which PHP says "nothing". */
export type Related =
  | { readonly kind: 'one'; readonly row: Fields }
  | { readonly kind: 'many'; readonly rows: ReadonlyMap<string, Fields> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing'; readonly written: '[]' | 'null' | 'absent' };

/** A row as queries see it: the main model and what can be contained. */
export interface Entity {
  readonly key: string;
  readonly fields: Fields;
  /** `undefined` for a relation that this model does not have or whose feature is off. */
  related(relation: string): Related | undefined;
  /** Relations that come without being asked for. */
  readonly always: readonly string[];
}

/** What is known about a model without looking at a row. */
export interface Model {
  readonly name: string;
  readonly fields: readonly string[];
  /** Relation → its fields. */
  readonly relations: ReadonlyMap<string, readonly string[]>;
  /** Fields that `filters[query]` searches. */
  readonly searched: readonly string[];
}

export function relatedRows(related: Related | undefined): readonly Fields[] {
  if (related?.kind === 'one') return [related.row];
  if (related?.kind === 'many') return [...related.rows.values()];
  return [];
}
