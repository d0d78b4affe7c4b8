import type { Lock } from '../tokens/claims.js';
import type { ApiMethod } from './method.js';
import type { ParameterValues } from './parameters.js';
import { ProxyError } from './proxy-error.js';
import type { QueryParameter } from './query.js';
import { isObject } from './response-schema.js';

/** The column of a report, and the parameter of a tracking link, that each name in a lock stands for. */
export const places: { readonly [Name in keyof Lock]-?: { readonly column: string; readonly link: string } } = {
  aff_sub: { column: 'affiliate_info1', link: 'params[aff_sub]' },
  aff_sub2: { column: 'affiliate_info2', link: 'params[aff_sub2]' },
  aff_sub3: { column: 'affiliate_info3', link: 'params[aff_sub3]' },
  aff_sub4: { column: 'affiliate_info4', link: 'params[aff_sub4]' },
  aff_sub5: { column: 'affiliate_info5', link: 'params[aff_sub5]' },
  source: { column: 'source', link: 'params[source]' },
  offer_ids: { column: 'offer_id', link: 'offer_id' },
};

interface LockedPlace {
  /** Of the model `Stat`. */
  readonly column: string;
  readonly link: string;
  /** Several only for offers. */
  readonly allowed: readonly string[];
}

function toPlaces(lock: Lock): readonly LockedPlace[] {
  return (Object.keys(places) as (keyof Lock)[]).flatMap((name) => {
    const value = lock[name];
    if (value === undefined) return [];
    return [{ ...places[name], allowed: typeof value === 'string' ? [value] : value }];
  });
}

/** A lock as text: the same for the same restriction. */
export function writeLock(lock: Lock | undefined): string {
  if (lock === undefined) return '';
  return toPlaces(lock)
    .map(({ link, allowed }) => `${link}=${allowed.join(',')}`)
    .join('&');
}

/**
 * Rejects what contradicts a lock: a filter or sort on a locked column, whatever its value; another value for a tracking
 * link; links that come with an offer, since those have no sub-id; and private methods that cannot be restricted.
 *
 * @throws ProxyError LOCKED
 */
export function rejectLocked(parameters: readonly QueryParameter[], method: ApiMethod, lock: Lock): void {
  if (method.isPrivate && method.lockedBy === undefined) throw locked(method.methodId);
  for (const { name, value } of parameters) {
    if (/^TrackingLink(?:\.|$)/.test(value)) throw locked('TrackingLink');
    for (const { column, link, allowed } of toPlaces(lock)) {
      if (isReport(method) && filtersOrSortsBy(name, column)) throw locked(`Stat.${column}`);
      if (method.lockedBy === 'link' && name === link && !allowed.includes(value)) throw locked(link);
    }
  }
}

/** Whatever follows the column, so that the error does not depend on the operator. */
function filtersOrSortsBy(name: string, column: string): boolean {
  return /^(?:filters|sort)\[(?:Stat\.)?(\w+)\]/.exec(name)?.[1] === column;
}

function locked(parameter: string): ProxyError {
  return new ProxyError('LOCKED', { parameter });
}

function isReport({ lockedBy }: ApiMethod): boolean {
  return lockedBy === 'rows' || lockedBy === 'groups';
}

/**
 * Whether each row shows the locked column. Not the sums of a lock on several offers: they would be split up by offer, and
 * so be another report than the one that was requested.
 */
function isShown({ lockedBy }: ApiMethod, allowed: readonly string[]): boolean {
  return lockedBy === 'rows' || allowed.length === 1;
}

/**
 * Restricts a request to the rows of a lock. The locked columns are requested as well, so that each row can be checked;
 * in a grouped report they have to be groups for that.
 */
export function applyLock(values: ParameterValues, method: ApiMethod, lock: Lock): void {
  for (const { column, link, allowed } of toPlaces(lock)) {
    if (method.lockedBy === 'link') {
      if (allowed.length === 1) values.set(link, new Set(allowed));
    } else if (isReport(method)) {
      const name = `Stat.${column}`;
      values.set(`filters[${name}][conditional]`, new Set(['EQUAL_TO']));
      values.set(`filters[${name}][values][]`, new Set(allowed));
      if (!isShown(method, allowed)) continue;
      values.get('fields[]')?.add(name);
      values.get('groups[]')?.add(name);
    }
  }
}

/**
 * Drops rows that have another value, or none, in a locked column: whether HasOffers compares exactly is not documented.
 * With a dropped row its part of the count goes, and the totals, which it is part of.
 *
 * @param data of a method with a lock, as the response schema left it
 */
export function dropForeignRows(data: unknown, method: ApiMethod, lock: Lock): unknown {
  if (!isReport(method)) return data;
  if (!isObject(data)) return [];
  const restrictions = toPlaces(lock);
  const isOwn = (row: unknown): boolean => {
    const stat = isObject(row) && isObject(row.Stat) ? row.Stat : {};
    return restrictions.every(({ column, allowed }) =>
      Object.hasOwn(stat, column) ? allowed.includes(String(stat[column])) : !isShown(method, allowed),
    );
  };
  const { data: rows, totals, ...page } = data;
  const all = isObject(rows) ? Object.entries(rows) : Object.entries(Array.isArray(rows) ? rows : []);
  const own = all.filter(([, row]) => isOwn(row));
  const dropped = all.length - own.length;
  const kept = isObject(rows) ? Object.fromEntries(own) : own.map(([, row]) => row);
  if (dropped === 0) return { ...page, data: kept, ...(totals !== undefined && { totals }) };
  const count = Number(page.count);
  return { ...page, ...(Number.isFinite(count) && { count: Math.max(own.length, count - dropped) }), data: kept };
}
