import { list } from './decode.js';
import { byName, toCategory, toCountry, unique } from './relations.js';
import type { ApiRequest } from './request.js';
import type { Category, Country } from './types.js';

/** Every country the network knows, by the names the network gives them. HasOffers docs: no parameters. */
export const findAllCountries = (): ApiRequest<readonly Country[]> => ({
  target: 'Affiliate_Application',
  method: 'findAllCountries',
  params: {},
  decode: (data) => unique(list(data, toCountry)),
});

/** Every category of offers, by name. */
export const findAllOfferCategories = (): ApiRequest<readonly Category[]> => ({
  target: 'Affiliate_Application',
  method: 'findAllOfferCategories',
  params: { fields: ['id', 'name'] },
  decode: (data) => list(data, toCategory).sort(byName),
});
