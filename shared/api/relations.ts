import { compareNames } from './collate.js';
import { line, list, match, number, record, rows, text, type Wire } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Category, Country, Thumbnail } from './types.js';
import { toHttpUrl } from './url.js';

/**
 * One picture in any of its three shapes (recorded): the contained `OfferFile` itself, a map of file id to `OfferFile`
 * (`getThumbnail`), a map of file id to `{OfferFile: …}` (`findAll`). `[]`, `null` and nothing mean that there is none.
 */
export function toThumbnail(value: unknown): Thumbnail | null {
  return rows(value, toPicture)[0] ?? null;
}

function toPicture(row: Wire): Thumbnail | null {
  const { url, thumbnail, width, height } = record(row.OfferFile ?? row);
  const address = toHttpUrl(url) ?? toHttpUrl(thumbnail);
  if (!address) return null;
  return { url: address, width: number(width) || null, height: number(height) || null };
}

/** A map of id to `{id, name}` or to `{OfferCategory: …}`, in a fixed order of their names. Throws only if `read` does. */
export function toCategories(value: unknown, read = rows<Category>): Category[] {
  const toCategory = (row: Wire): Category | null => {
    const category = record(row.OfferCategory ?? row);
    const id = text(category.id);
    const name = line(category.name);
    return id && name ? { id, name } : null;
  };
  return read(value, toCategory).sort(compareNames());
}

/** A map of code to `Country` or to `{Country: …}`, in a fixed order of their names, each code once. Throws as above. */
export function toCountries(value: unknown, read = rows<readonly [string, Country]>): Country[] {
  return [...new Map(read(value, toCountry)).values()].sort(compareNames());
}

function toCountry(row: Wire): readonly [string, Country] | null {
  const country = record(row.Country ?? row);
  // Networks have `UK` where ISO says `GB` (seen in clients); where both are listed they are one country.
  const code = match(/^[a-z]{2,3}$/i, country.code)
    ?.toUpperCase()
    .replace(/^UK$/, 'GB');
  return code ? [code, { code, name: line(country.name) || code }] : null;
}

function toEntry<Relation>(
  row: Wire,
  member: string,
  toRelation: (value: unknown) => Relation,
): readonly [string, Relation] | null {
  const offerId = text(row.offer_id);
  return offerId ? [offerId, toRelation(row[member])] : null;
}

/** These methods return a list of `{offer_id, <member>}` (recorded for thumbnails and categories). `ids` may not be empty. */
const byOffer =
  <Relation>(method: string, member: string, toRelation: (value: unknown) => Relation) =>
  (ids: readonly string[]): ApiRequest<ReadonlyMap<string, Relation>> =>
    toRequest('Offer', method, { ids }, (data) => new Map(list(data, (row) => toEntry(row, member, toRelation))));

/** Pictures of several offers in one call; an offer without one is in the map with `null`, or missing. */
export const getThumbnails = byOffer('getThumbnail', 'Thumbnail', toThumbnail);

/** Categories of several offers in one call. */
export const getCategories = byOffer('getCategories', 'categories', toCategories);

/** Countries of several offers in one call; an empty list means that the offer runs everywhere. */
export const getTargetCountries = byOffer('getTargetCountries', 'countries', toCountries);
