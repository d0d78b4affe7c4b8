import { list } from './decode.js';
import { toCategories, toCountries } from './relations.js';
import { type ApiRequest, toRequest } from './request.js';
import type { Category, Country } from './types.js';

/** Every country the network knows, by the names the network gives them. HasOffers docs: no parameters. */
export const findAllCountries = (): ApiRequest<readonly Country[]> =>
  toRequest('Application', 'findAllCountries', {}, (data) => toCountries(data, list));

/** Every category of offers, by name. */
export const findAllOfferCategories = (): ApiRequest<readonly Category[]> =>
  toRequest('Application', 'findAllOfferCategories', { fields: ['id', 'name'] }, (data) => toCategories(data, list));
