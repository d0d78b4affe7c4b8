import { anyOfFilters, fieldsOf, filtersOf, pageParameters, relationFilters, sortsOf } from './find-parameters.js';
import { type ApiMethod, defineMethod } from './method.js';
import {
  brandSchema,
  categoriesSchema,
  countriesSchema,
  employeeSchema,
  offer,
  offerCategoriesSchema,
  offerCategory,
  offerCountriesSchema,
  offerRelations,
  offerRowSchema,
  offerThumbnailsSchema,
  trackingLinkSchema,
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

const offerRows = { responseSchema: rowsOf(offerRowSchema), empty: [], kind: 'offers' } as const;

const subIds = ['aff_sub', 'aff_sub2', 'aff_sub3', 'aff_sub4', 'aff_sub5', 'aff_click_id', 'source'];

/**
 * What a page may request without anybody signing in: contract section 5, "Built-in public list".
 *
 * @param linkHosts hosts a tracking link may lead to by `params[url]`; none = there is no such parameter, because it
 *   makes the network's domain an open redirect
 */
export function createPublicMethods(linkHosts: readonly string[]): readonly ApiMethod[] {
  const [first, ...others] = linkHosts;
  const deepLink = first === undefined ? [] : [single('params[url]', linkTo([first, ...others]))];
  return [
    defineMethod('Affiliate_Affiliate::getAccountManager', {
      responseSchema: employeeSchema,
      empty: false,
      kind: 'manager',
    }),
    defineMethod('Affiliate_Offer::findAll', { ...offerRows, parameters: [...search, ...pageParameters] }),
    defineMethod('Affiliate_Offer::findMyOffers', { ...offerRows, parameters: [...search, ...pageParameters] }),
    defineMethod('Affiliate_Offer::findMyApprovedOffers', {
      ...offerRows,
      // Recorded: this method returns all rows even with `limit`, so it has no default and may be large.
      parameters: [...search, single('limit', integer(1, 100)), single('page', integer(1, 200))],
      megabytes: 8,
    }),
    defineMethod('Affiliate_Offer::findById', {
      responseSchema: offerRowSchema,
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
      responseSchema: offerThumbnailsSchema,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::getCategories', {
      responseSchema: offerCategoriesSchema,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::getTargetCountries', {
      responseSchema: offerCountriesSchema,
      empty: [],
      kind: 'offers',
      parameters: [ids],
    }),
    defineMethod('Affiliate_Offer::generateTrackingLink', {
      responseSchema: trackingLinkSchema,
      empty: [],
      kind: 'links',
      lockedBy: 'link',
      // Never options[tiny_url]: it stores a short link, which is a write in effect.
      parameters: [
        single('offer_id', id, { required: true }),
        ...subIds.map((name) => single(`params[${name}]`, subId)),
        single('params[url_id]', id),
        single('params[file_id]', id),
        ...deepLink,
      ],
    }),
    defineMethod('Affiliate_Application::findAllCountries', {
      responseSchema: countriesSchema,
      empty: [],
      kind: 'static',
    }),
    defineMethod('Affiliate_Application::findAllOfferCategories', {
      responseSchema: categoriesSchema,
      empty: [],
      kind: 'static',
      parameters: [fieldsOf(offerCategory), ...sortsOf(offerCategory), ...filtersOf(offerCategory)],
    }),
    defineMethod('Affiliate_BrandInformation::getBrandInformation', {
      responseSchema: brandSchema,
      empty: [],
      kind: 'static',
    }),
  ];
}
