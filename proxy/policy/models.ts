import type { Model } from './find-parameters.js';
import { either, listOf, mapOf, type ResponseSchema, record, scalar } from './response-schema.js';

/**
 * The models as a public page may see them. A field that is not here is neither requested nor let through. Left out on
 * purpose: mailing and suppression fields, session settings, advertiser ids, file code and account ids.
 */
export const offer: Model = {
  name: 'Offer',
  fields: [
    'id',
    'name',
    'description',
    'preview_url',
    'status',
    'expiration_date',
    'is_expired',
    'currency',
    'payout_type',
    'default_payout',
    'percent_payout',
    'featured',
    'require_approval',
    'require_terms_and_conditions',
    'terms_and_conditions',
    'approval_status',
    'has_goals_enabled',
    'default_goal_name',
    'conversion_cap',
    'monthly_conversion_cap',
    'payout_cap',
    'monthly_payout_cap',
    'allow_website_links',
    'allow_direct_links',
    'allow_multiple_conversions',
    'use_target_rules',
    'is_pay_per_call',
    'protocol',
    'modified',
  ],
  searchable: {
    id: 'id',
    name: 'text',
    description: 'text',
    preview_url: 'text',
    status: 'word',
    expiration_date: 'date',
    is_expired: 'flag',
    currency: 'word',
    payout_type: 'word',
    default_payout: 'decimal',
    percent_payout: 'decimal',
    featured: 'date',
    require_approval: 'flag',
    require_terms_and_conditions: 'flag',
    approval_status: 'word',
    has_goals_enabled: 'flag',
    allow_website_links: 'flag',
    allow_direct_links: 'flag',
    modified: 'number',
  },
};

export const offerCategory: Model = {
  name: 'OfferCategory',
  fields: ['id', 'name', 'status', 'offer_count'],
  searchable: { id: 'id', name: 'text', status: 'word' },
};

const affiliateOfferFields = ['id', 'offer_id', 'approval_status', 'agreed_terms_and_conditions'] as const;
const thumbnailFields = [
  'id',
  'offer_id',
  'display',
  'filename',
  'size',
  'status',
  'type',
  'width',
  'height',
  'created',
  'modified',
  'url',
  'thumbnail',
] as const;
/** Never `impression_pixel`: it is an <img> tag that counts a view wherever it is put. */
const trackingLinkFields = ['offer_id', 'click_url'] as const;
const countryFields = ['id', 'code', 'code3c', 'name'] as const;
const regionFields = ['id', 'code', 'name'] as const;
const employeeFields = [
  'id',
  'first_name',
  'last_name',
  'title',
  'email',
  'phone',
  'cell_phone',
  'aim',
  'photo',
] as const;
const brandFields = [
  'company_name',
  'company_address1',
  'company_address2',
  'company_city',
  'company_region',
  'company_zipcode',
  'company_country',
  'company_phone',
] as const;

/** The relations a page may contain, each with the fields that `fields[]` may name. */
export const offerRelations = {
  AffiliateOffer: affiliateOfferFields,
  Country: countryFields,
  OfferCategory: ['id', 'name'],
  Thumbnail: thumbnailFields,
  TrackingLink: trackingLinkFields,
} as const;

export function fields(names: readonly string[]): Readonly<Record<string, ResponseSchema>> {
  return Object.fromEntries(names.map((name) => [name, scalar]));
}

const numericKey = /^\d{1,20}$/;
const countryKey = /^[A-Za-z0-9]{1,3}$/;

/** Seen in clients: a related row comes flat, or once more under its model's name. */
function flatOrNamed(model: string, responseSchema: ResponseSchema): ResponseSchema {
  return either(responseSchema, record({ [model]: responseSchema }));
}

const thumbnail = flatOrNamed('OfferFile', record(fields(thumbnailFields)));
const country = record({ ...fields(countryFields), regions: either(listOf(record(fields(regionFields))), scalar) });
const category = record(fields(offerCategory.fields));
const countries = mapOf(countryKey, flatOrNamed('Country', country));
const categories = mapOf(numericKey, flatOrNamed('OfferCategory', category));

export const trackingLinkSchema = record(fields(trackingLinkFields));
export const employeeSchema = record(fields(employeeFields));
export const brandSchema = record({ BrandInformation: record(fields(brandFields)) });
export const countriesSchema = countries;
export const categoriesSchema = categories;
/** The contained thumbnail is one object; in `getThumbnail` it is a map by file id. Both are taken in both places. */
const thumbnails = either(thumbnail, mapOf(numericKey, thumbnail));

export const offerRowSchema = record({
  Offer: record(fields(offer.fields)),
  AffiliateOffer: record(fields(affiliateOfferFields)),
  Thumbnail: thumbnails,
  OfferCategory: categories,
  Country: countries,
  TrackingLink: trackingLinkSchema,
});

/** The batch methods return a list of `{ offer_id, <name>: map }`. */
export const offerThumbnailsSchema = listOf(record({ offer_id: scalar, Thumbnail: thumbnails }));
export const offerCategoriesSchema = listOf(record({ offer_id: scalar, categories }));
export const offerCountriesSchema = listOf(record({ offer_id: scalar, countries }));
