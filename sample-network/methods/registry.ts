import {
  findAffiliateById,
  getAccountBalance,
  getAccountManager,
  getAffiliateUserAlerts,
  getUserApiKey,
} from './affiliate.js';
import { findAllCountries, findAllOfferCategories, getBrandInformation } from './application.js';
import type { Method } from './context.js';
import {
  generateTrackingLink,
  getCategories,
  getPayoutDetails,
  getTargetCountries,
  getThumbnail,
} from './offer-details.js';
import { findAll, findAllFeaturedOfferIds, findById, findMyApprovedOffers, findMyOffers } from './offer-finders.js';
import { getStats } from './stats.js';

/** Target → method. Names are case sensitive. */
const methods: ReadonlyMap<string, ReadonlyMap<string, Method>> = new Map([
  [
    'Affiliate_Affiliate',
    new Map([
      ['getAccountManager', getAccountManager],
      ['findById', findAffiliateById],
    ]),
  ],
  [
    'Affiliate_Offer',
    new Map([
      ['findAll', findAll],
      ['findMyOffers', findMyOffers],
      ['findMyApprovedOffers', findMyApprovedOffers],
      ['findById', findById],
      ['findAllFeaturedOfferIds', findAllFeaturedOfferIds],
      ['getThumbnail', getThumbnail],
      ['getCategories', getCategories],
      ['getTargetCountries', getTargetCountries],
      ['generateTrackingLink', generateTrackingLink],
      ['getPayoutDetails', getPayoutDetails],
    ]),
  ],
  [
    'Affiliate_Application',
    new Map([
      ['findAllCountries', findAllCountries],
      ['findAllOfferCategories', findAllOfferCategories],
    ]),
  ],
  ['Affiliate_BrandInformation', new Map([['getBrandInformation', getBrandInformation]])],
  ['Affiliate_Report', new Map([['getStats', getStats]])],
  ['Affiliate_Alert', new Map([['getAffiliateUserAlerts', getAffiliateUserAlerts]])],
  ['Affiliate_AffiliateBilling', new Map([['getAccountBalance', getAccountBalance]])],
  ['Affiliate_ApiKey', new Map([['getUserApiKey', getUserApiKey]])],
]);

export function findTarget(target: string): ReadonlyMap<string, Method> | undefined {
  return methods.get(target);
}
