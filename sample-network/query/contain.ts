import { failure } from '../wire/envelope.js';
import type { PhpArray } from '../wire/php-params.js';
import type { Model } from './entity.js';
import { readFilters, type Test } from './filters.js';
import { readMap, toList } from './params.js';
import { QueryError } from './query-error.js';

export interface Containment {
  /** Names without their model; `undefined` = all fields. */
  readonly fields: readonly string[] | undefined;
  /** Which of the related rows to give. */
  readonly keep: Test | undefined;
}

/** Invention: the text with which a relation whose feature is off (or that does not exist) fails the whole call. */
function refusedRelation(relation: string): QueryError {
  const message = `Contain relation ${relation} is not supported`;
  return new QueryError(failure(message), message);
}

/** Reads `contain[]=Thumbnail` and `contain[Thumbnail][fields][]=Thumbnail.url`, alone or mixed. */
export function readContain(params: PhpArray, model: Model, available: boolean): ReadonlyMap<string, Containment> {
  const asked = params.get('contain');
  const entries = asked instanceof Map ? [...asked] : asked ? [['0', asked] as const] : [];
  const contained = new Map<string, Containment>();
  for (const [key, value] of entries) {
    const relation = typeof value === 'string' && /^\d+$/.test(key) ? value : key;
    const known = model.relations.get(relation);
    if (!known || !available) throw refusedRelation(relation);
    contained.set(relation, readOptions(relation, known, value instanceof Map ? value : new Map()));
  }
  return contained;
}

function readOptions(relation: string, known: readonly string[], options: PhpArray): Containment {
  const unqualified = (name: string) => (name.startsWith(`${relation}.`) ? name.slice(relation.length + 1) : name);
  const fields = toList(options.get('fields')).map(unqualified);
  // The vendor's own client writes `filter`, singular; `filters` is taken as well.
  const filter = new Map([...readMap(options, 'filter'), ...readMap(options, 'filters')]);
  const model: Model = { name: relation, fields: known, relations: new Map(), searched: [] };
  return {
    fields: fields.length > 0 ? fields : undefined,
    keep: filter.size > 0 ? readFilters(filter, model, new Set()) : undefined,
  };
}
