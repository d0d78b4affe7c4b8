import { categoryIds, categoryNames } from '../data/categories.js';
import { countries } from '../data/countries.js';
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Model } from '../query/entity.js';
import { find } from '../query/find.js';
import { answer } from '../wire/envelope.js';
import type { Method } from './context.js';

/** Keyed by code; names have capitals here, while contained ones have none. */
export const findAllCountries: Method = () =>
  answer(
    new Map(
      countries
        .filter((country) => country.code !== 'UK')
        .map(({ id, code, name }) => [code, { Country: { id, code, name, regions: [] } }]),
    ),
  );

const categoryModel: Model = {
  name: 'OfferCategory',
  fields: ['id', 'name', 'status', 'offer_count'],
  relations: new Map(),
  searched: ['name'],
};

export const findAllOfferCategories: Method = ({ offers }, params) => {
  const counted = categoryNames.map((name) => ({
    key: categoryIds[name],
    fields: {
      id: categoryIds[name],
      name,
      status: 'active',
      // An int, unlike other numbers.
      offer_count: offers.filter((offer) => offer.categories.includes(name)).length,
    },
    always: [],
    related: () => undefined,
  }));
  return answer(
    find(
      counted.toSorted((a, b) => Number(a.key) - Number(b.key)),
      categoryModel,
      params,
    ),
  );
};

export const getBrandInformation: Method = () => answer({ BrandInformation: modelRows.BrandInformation });
