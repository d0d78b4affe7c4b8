import type { PhpArray } from '../wire/php-params.js';
import { compareCells, toCell } from './compare.js';
import type { Entity, Model } from './entity.js';
import { invalidParameter } from './query-error.js';

/** Reads `sort[name]=asc&sort[Offer.id]=desc`; several are applied in the order given. Ties keep the order of ids. */
export function readSort(sort: PhpArray, model: Model): (left: Entity, right: Entity) => number {
  const keys = [...sort].map(([name, direction]) => {
    const field = name.startsWith(`${model.name}.`) ? name.slice(model.name.length + 1) : name;
    if (!model.fields.includes(field)) throw invalidParameter(name, `Invalid sort field: ${name}`);
    const word = typeof direction === 'string' ? direction.toLowerCase() : '';
    if (word !== 'asc' && word !== 'desc') throw invalidParameter(name, 'Sort direction must be asc or desc.');
    return { field, sign: word === 'desc' ? -1 : 1 };
  });
  return (left, right) => {
    for (const { field, sign } of keys) {
      const order = compareCells(toCell(left.fields[field]), toCell(right.fields[field]));
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}
