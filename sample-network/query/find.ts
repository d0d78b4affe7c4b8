import type { Wire } from '../wire/php-json.js';
import type { PhpArray } from '../wire/php-params.js';
import { readContain } from './contain.js';
import type { Entity, Model } from './entity.js';
import { readFilters } from './filters.js';
import { readCount, readList, readMap, readText } from './params.js';
import { readSort } from './sort.js';
import { readSelection, writeRow } from './write-row.js';

export interface FindOptions {
  /** Never paged, whatever the caller sends, as recorded for findMyApprovedOffers. */
  readonly alwaysUnpaged?: boolean;
  /** Paged without a limit as well, as recorded for OfferFile. */
  readonly alwaysPaged?: boolean;
  /** Rows given when the caller sends no limit; all without it. */
  readonly defaultLimit?: number;
  /** False: every `contain` fails the call. */
  readonly relationsAvailable?: boolean;
}

/** One of the `find…` methods: filter, sort, cut out a page, and write it in the shape that was recorded. */
export function find(entities: readonly Entity[], model: Model, params: PhpArray, options: FindOptions = {}): Wire {
  const contained = readContain(params, model, options.relationsAvailable ?? true);
  const selection = readSelection(readList(params, 'fields'), model);
  const matches = readFilters(readMap(params, 'filters'), model, new Set(contained.keys()));
  const order = readSort(readMap(params, 'sort'), model);
  const limit = readCount(params, 'limit');
  const page = readCount(params, 'page') ?? 1;

  const found = entities.filter(matches).toSorted(order);
  // `limit=0` means "all" in the vendor's UI.
  // Invention: it then has the unpaged shape.
  const size = limit === 0 ? found.length : (limit ?? options.defaultLimit ?? found.length);
  // Invention: page 0 is the first page.
  const start = size * (Math.max(page, 1) - 1);
  const rows: Wire = new Map(
    found.slice(start, start + size).map((entity) => [entity.key, writeRow(entity, model, selection, contained)]),
  );
  if ((!limit && !options.alwaysPaged) || options.alwaysUnpaged) return rows;
  return {
    // An int when the caller sent none, else the caller's own text.
    page: readText(params, 'page') ?? 1,
    current: 0,
    count: found.length,
    pageCount: Math.ceil(found.length / (size || 1)),
    data: rows,
  };
}
