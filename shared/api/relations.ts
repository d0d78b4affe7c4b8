import { line, list, number, oneOrMany, record, rows, text, type Wire } from './decode.js';
import type { ApiRequest } from './request.js';
import type { Category, Country, Thumbnail } from './types.js';
import { toHttpUrl } from './url.js';

/** Pictures of several offers in one call; an offer without one is in the map with `null`, or missing. */
export const getThumbnails = (ids: readonly string[]) => byOffer('getThumbnail', 'Thumbnail', ids, toThumbnail);

/** Categories of several offers in one call. */
export const getCategories = (ids: readonly string[]) => byOffer('getCategories', 'categories', ids, toCategories);

/** Countries of several offers in one call; an empty list means that the offer runs everywhere. */
export const getTargetCountries = (ids: readonly string[]) =>
  byOffer('getTargetCountries', 'countries', ids, toCountries);

/** These methods answer a list of `{offer_id, <member>}` (recorded for thumbnails and categories). `ids` may not be empty. */
function byOffer<Relation>(
  method: string,
  member: string,
  ids: readonly string[],
  toRelation: (value: unknown) => Relation,
): ApiRequest<ReadonlyMap<string, Relation>> {
  const toEntry = (row: Wire, key: string): readonly [string, Relation] | null => {
    const id = text(row.offer_id) || key;
    return id ? [id, toRelation(row[member])] : null;
  };
  return { target: 'Affiliate_Offer', method, params: { ids }, decode: (data) => new Map(list(data, toEntry)) };
}

/**
 * One picture in any of its three shapes (recorded): the contained `OfferFile` itself, a map of file id to `OfferFile`
 * (`getThumbnail`), a map of file id to `{OfferFile: …}` (`findAll`). `[]`, `null` and nothing mean that there is none.
 */
export const toThumbnail = (value: unknown): Thumbnail | null => rows(oneOrMany(value), toPicture)[0] ?? null;

function toPicture(row: Wire): Thumbnail | null {
  const file = record(row.OfferFile) ?? row;
  const smallUrl = toHttpUrl(file.thumbnail);
  const url = toHttpUrl(file.url) ?? smallUrl;
  if (!url || (text(file.status) || 'active') !== 'active') return null;
  return { url, smallUrl, width: number(file.width) || null, height: number(file.height) || null };
}

/** A map of id to `{id, name}` or to `{OfferCategory: …}`, in the order of their names. Never throws. */
export const toCategories = (value: unknown): Category[] => rows(oneOrMany(value), toCategory).sort(byName);

export function toCategory(row: Wire, key: string): Category | null {
  const category = record(row.OfferCategory) ?? row;
  const id = text(category.id) || key;
  const name = line(category.name);
  return id && name ? { id, name } : null;
}

/** A map of code to `Country` or to `{Country: …}`, in the order of their names, each code once. Never throws. */
export const toCountries = (value: unknown): Country[] => unique(rows(oneOrMany(value), toCountry));

export function toCountry(row: Wire, key: string): Country | null {
  const country = record(row.Country) ?? row;
  const code = (text(country.code) || key).toUpperCase();
  if (!/^[A-Z]{2,3}$/.test(code)) return null;
  // Networks have `UK` where ISO says `GB` (seen in clients); where both are listed they are one country.
  return { code: code === 'UK' ? 'GB' : code, name: line(country.name) || code };
}

/** Objects with integer-like keys lose upstream's order in JavaScript, so every list of names is sorted anew. */
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name.localeCompare(other.name);

export const unique = (countries: readonly Country[]): Country[] =>
  [...new Map(countries.map((country) => [country.code, country])).values()].sort(byName);
