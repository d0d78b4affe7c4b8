import { findAffiliateById, getAccountManager, getUserApiKey } from './affiliate.js';
import { getContext } from './affiliate-user.js';
import { getAffiliateUserAlerts } from './alerts.js';
import { findAllCountries, findAllOfferCategories, getBrandInformation } from './application.js';
import { findAllInvoices, findAllReceipts, getAccountBalance, getBareBalance, getPayoutTotals } from './billing.js';
import type { Method } from './context.js';
import { getConversions } from './conversions.js';
import { findAllFiles } from './creatives.js';
import {
  generateTrackingLink,
  getCategories,
  getPayoutDetails,
  getTargetCountries,
  getThumbnail,
} from './offer-details.js';
import { findAll, findAllFeaturedOfferIds, findById, findMyApprovedOffers, findMyOffers } from './offer-finders.js';
import { findAllGoals, findAllOfferUrls } from './offer-parts.js';
import { getStats } from './stats.js';

type Methods = Readonly<Record<string, Method>>;

/** Target → method. Names are case sensitive. */
const targets: Readonly<Record<string, Methods>> = {
  Affiliate_Affiliate: { getAccountManager, findById: findAffiliateById, getAccountBalance: getBareBalance },
  Affiliate_AffiliateBilling: { getAccountBalance, getPayoutTotals, findAllInvoices, findAllReceipts },
  Affiliate_AffiliateUser: { getContext },
  Affiliate_Alert: { getAffiliateUserAlerts },
  Affiliate_ApiKey: { getUserApiKey },
  Affiliate_Application: { findAllCountries, findAllOfferCategories },
  Affiliate_BrandInformation: { getBrandInformation },
  Affiliate_Goal: { findAll: findAllGoals },
  Affiliate_Offer: {
    findAll,
    findMyOffers,
    findMyApprovedOffers,
    findById,
    findAllFeaturedOfferIds,
    getThumbnail,
    getCategories,
    getTargetCountries,
    generateTrackingLink,
    getPayoutDetails,
  },
  Affiliate_OfferFile: { findAll: findAllFiles },
  Affiliate_OfferUrl: { findAll: findAllOfferUrls },
  Affiliate_Report: { getStats, getConversions },
};

export function hasTarget(target: string): boolean {
  return Object.hasOwn(targets, target);
}

export function findMethod(target: string, name: string): Method | undefined {
  const methods = hasTarget(target) ? targets[target] : undefined;
  return methods && Object.hasOwn(methods, name) ? methods[name] : undefined;
}
