import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { OfferSeed } from '../data/offer-seed.js';
import type { Fields } from '../query/entity.js';
import { find } from '../query/find.js';
import { answer } from '../wire/envelope.js';
import type { Method } from './context.js';
import { goalId } from './conversion.js';
import { plainEntities } from './plain-entities.js';

/** Rows of OfferUrl and of Goal: a map by id without `limit`, paged with it. */
export const findAllOfferUrls: Method = ({ offers }, params) =>
  answer(find(...plainEntities('OfferUrl', offers.flatMap(urlFields), Object.keys(modelRows.OfferUrl)), params));

export const findAllGoals: Method = ({ offers }, params) =>
  answer(find(...plainEntities('Goal', offers.flatMap(goalFields), Object.keys(modelRows.Goal)), params));

const landingPages = [
  { name: 'New arrivals', path: 'new', status: 'active' },
  { name: 'Sale & <i>outlet</i>', path: 'sale', status: 'active' },
  { name: 'Last winter', path: 'winter', status: 'deleted' },
] as const;

/**
 * The default URL has no row, and affiliates do not see `offer_url`.
 *
 * Invention: offers with an odd id have no further landing pages.
 */
function urlFields({ id, preview }: OfferSeed): readonly Fields[] {
  if (id % 2 !== 0 || preview === null) return [];
  return landingPages.map(({ name, path, status }, index) => ({
    ...modelRows.OfferUrl,
    id: String(id * 10 + index + 1),
    offer_id: String(id),
    name,
    preview_url: `${preview.replace(/\/$/, '')}/${path}`,
    status,
  }));
}

export function goalFields(seed: OfferSeed): readonly Fields[] {
  if (!seed.goal) return [];
  const { name, flat } = seed.goal;
  const default_payout = Number(flat).toFixed(5);
  return [{ ...modelRows.Goal, id: goalId(seed), offer_id: String(seed.id), name, default_payout }];
}
