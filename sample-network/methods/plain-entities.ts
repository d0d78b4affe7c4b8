import type { Entity, Fields, Model } from '../query/entity.js';

/** Rows without relations, as `find` takes them. */
export function plainEntities(
  name: string,
  rows: readonly Fields[],
  fields: readonly string[],
): readonly [readonly Entity[], Model] {
  const entities = rows.map(
    (row): Entity => ({ key: String(row.id), fields: row, always: [], related: () => undefined }),
  );
  return [entities, { name, fields, relations: new Map(), searched: ['name'] }];
}
