import { anyOfFilters, fieldsOf, filtersOf, pageParameters, relationFilters, sortsOf } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import {
  brandShape,
  categoriesShape,
  countriesShape,
  employeeShape,
  offer,
  offerCategoriesShape,
  offerCategory,
  offerCountriesShape,
  offerRelations,
  offerRowShape,
  offerThumbnailsShape,
  trackingLinkShape,
} from './models.js';
import { list, type ParameterEntry, single } from './parameters.js';
import { listOf, rowsOf, scalar } from './response-schema.js';
import { countryCode, id, integer, linkTo, oneOf, subId, text } from './values.js';

const contain = list('contain', oneOf(Object.keys(offerRelations) as [string, ...string[]]), 5);
const offerFields = fieldsOf(offer, offerRelations);
const ids = list('ids', id, 100, { required: true });

const search: readonly ParameterEntry[] = [
  offerFields,
  contain,
  ...sortsOf(offer),
  ...filtersOf(offer),
  ...anyOfFilters(['name', 'description']),
  ...relationFilters('OfferCategory', 'id', id),
  ...relationFilters('OfferCategory', 'name', text),
  ...relationFilters('Country', 'code', countryCode),
  ...relationFilters('Country', 'id', id),
];

const offerRows = { responseSchema: rowsOf(offerRowShape), empty: [], kind: 'offers' } as const;

const subIds = ['aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5', 'aff_click_id', 'source'];

/**
 * What a page may ask without anybody signing in: contract section 5, "Built-in public list".
 *
 * @param linkHosts hosts a tracking link may lead to by `params[url]`; none = there is no such parameter, because it
 *   makes the network's domain an open redirect
 */
export function createPublicMethods(linkHosts: readonly string[]): readonly ApiMethod[] {
  const [first, ...others] = linkHosts;
  const deepLink = first === undefined ? [] : [single('params[url]', linkTo([first, ...others]))];
  return [
    defineMethod('Affiliate_Affiliate::getAccountManager', {
      responseSchema: employeeShape,
      empty: false,
      kind: 'manager',
    }),
    defineMethod('Affiliate_Offer::findAll', { ...offerRows, parameters: [...search, ...pageParameters] }),
    defineMethod('Affiliate_Offer::findMyOffers', { ...offerRows, parameters: [...search, ...pageParameters] }),
    defineMethod('Affiliate_Offer::findMyApprovedOffers', {
      ...offerRows,
      // Recorded: this one comes unpaged even with `limit`, so it has no default and may be large.
      parameters: [...search, single('limit', integer(1, 100)), single('page', integer(1, 200))],
      megabytes: 8,
    }),
    defineMethod('Affiliate_Offer::findById', {
      responseSchema: offerRowShape,
      empty: null,
      kind: 'offers',
      parameters: [single('id', id, { required: true }), offerFields, contain],
    }),
    defineMethod('Affiliate_Offer::findAllFeaturedOfferIds', {
      responseSchema: listOf(scalar),
      empty: [],
      kind: 'offers',
    }),
    defineMethod('Affiliate_Offer::getThumbnail', {
      responseSchema: offerThumbnailsShape,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::getCategories', {
      responseSchema: offerCategoriesShape,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::getTargetCountries', {
      responseSchema: offerCountriesShape,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::generateTrackingLink', {
      responseSchema: trackingLinkShape,
      empty: [],
      kind: 'links',
      // Never options[tiny_url]: it stores a short link, which is a write in effect.
      parameters: [
        single('offer_id', id, { required: true }),
        ...subIds.map((name) => single(`params[${name}]`, subId)),
        ...deepLink,
      ],
    }),
    defineMethod('Affiliate_Application::findAllCountries', {
      responseSchema: countriesShape,
      empty: [],
      kind: 'static',
    }),
    defineMethod('Affiliate_Application::findAllOfferCategories', {
      responseSchema: categoriesShape,
      empty: [],
      kind: 'static',
      parameters: [fieldsOf(offerCategory), ...sortsOf(offerCategory), ...filtersOf(offerCategory)],
    }),
    defineMethod('Affiliate_BrandInformation::getBrandInformation', {
      responseSchema: brandShape,
      empty: [],
      kind: 'static',
    }),
  ];
}
