import type { Wire } from '../wire/php-json.js';
import type { Containment } from './contain.js';
import type { Entity, Fields, Model, Related } from './entity.js';
import { invalidParameter } from './query-error.js';

/** What `fields[]` leaves of each model; `undefined` = everything. */
export interface Selection {
  readonly main: readonly string[] | undefined;
  readonly related: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads `fields[]=id&fields[]=Thumbnail.url`.
 *
 * Invention: an unknown field fails the call, and the field of a relation that is not contained is ignored.
 */
export function readSelection(fields: readonly string[], model: Model): Selection {
  const main: string[] = [];
  const related = new Map<string, string[]>();
  for (const name of fields) {
    const dot = name.indexOf('.');
    const [owner, field] = dot < 0 ? [model.name, name] : [name.slice(0, dot), name.slice(dot + 1)];
    const known = owner === model.name ? model.fields : model.relations.get(owner);
    if (!known?.includes(field)) throw invalidParameter(name, `Invalid field: ${name}`);
    if (owner === model.name) main.push(field);
    else related.set(owner, [...(related.get(owner) ?? []), field]);
  }
  return { main: main.length > 0 ? main : undefined, related };
}

/** `{"Offer":{…},"Thumbnail":{…},"Country":[]}`: the main model, then each relation beside it. */
export function writeRow(
  entity: Entity,
  model: Model,
  selection: Selection,
  contained: ReadonlyMap<string, Containment>,
): Wire {
  const row = new Map<string, Wire>([[model.name, pick(entity.fields, selection.main)]]);
  for (const relation of new Set([...entity.always, ...contained.keys()])) {
    const options = contained.get(relation);
    const fields = options?.fields ?? selection.related.get(relation);
    const written = writeRelated(entity.related(relation), fields, options);
    if (written !== undefined) row.set(relation, written);
  }
  return row;
}

function writeRelated(
  related: Related | undefined,
  fields: readonly string[] | undefined,
  options: Containment | undefined,
): Wire | undefined {
  const keeps = (row: Fields) => options?.keep?.(asEntity(row)) ?? true;
  if (related === undefined) return [];
  if (related.kind === 'one') return keeps(related.row) ? pick(related.row, fields) : [];
  if (related.kind === 'many') {
    return new Map([...related.rows].filter(([, row]) => keeps(row)).map(([key, row]) => [key, pick(row, fields)]));
  }
  if (related.kind === 'text') return related.text;
  return related.written === '[]' ? [] : related.written === 'null' ? null : undefined;
}

function asEntity(fields: Fields): Entity {
  return { key: '', fields, always: [], related: () => undefined };
}

function pick(row: Fields, fields: readonly string[] | undefined): Wire {
  if (!fields) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}
