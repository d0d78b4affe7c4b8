import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Model } from '../query/entity.js';

/**
 * Invention: which relations this network has switched on. OfferTag, OfferVertical, GeoTargeting, Advertiser and Stat
 * are seen in use elsewhere; here they fail the call, as a feature that is off can.
 */
export const offerModel: Model = {
  name: 'Offer',
  fields: Object.keys(modelRows.Offer),
  searched: ['id', 'name', 'description'],
  relations: new Map([
    ['AffiliateOffer', ['id', 'affiliate_id', 'offer_id', 'approval_status', 'agreed_terms_and_conditions']],
    ['Thumbnail', Object.keys(modelRows.OfferFile)],
    ['OfferCategory', ['id', 'name', 'status']],
    ['Country', ['id', 'code', 'name', 'regions']],
    ['TrackingLink', ['affiliate_id', 'offer_id', 'click_url', 'impression_pixel']],
    ['Goal', Object.keys(modelRows.Goal)],
  ]),
};
