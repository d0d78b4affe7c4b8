import type { OfferSeed } from '../data/offer-seed.js';
import { readList, readMap, readRequired, readText } from '../query/params.js';
import { missingParameter } from '../query/query-error.js';
import { answer, failure } from '../wire/envelope.js';
import type { Wire } from '../wire/php-json.js';
import type { PhpArray } from '../wire/php-params.js';
import type { Context, Method } from './context.js';
import { categoryRows, countryRows, hasLink } from './offer-entity.js';
import { approvalOf } from './offer-fields.js';
import { findOffer } from './offer-finders.js';
import { thumbnailFile } from './thumbnail.js';
import { trackingLink } from './tracking-link.js';

export const getThumbnail: Method = (context, params) =>
  answer(
    requestedOffers(context, params).map((seed) => {
      const file = thumbnailFile(seed, context.networkId, context.mediaBase);
      return { offer_id: String(seed.id), Thumbnail: file ? { [String(file.id)]: file } : [] };
    }),
  );

export const getCategories: Method = (context, params) =>
  answer(
    requestedOffers(context, params).map((seed) => ({ offer_id: String(seed.id), categories: categoryRows(seed) })),
  );

export const getTargetCountries: Method = (context, params) =>
  answer(requestedOffers(context, params).map((seed) => ({ offer_id: String(seed.id), countries: countryRows(seed) })));

/** Invention: unknown ids are left out of the answer rather than failing it. */
function requestedOffers(context: Context, params: PhpArray): readonly OfferSeed[] {
  const ids = readList(params, 'ids');
  if (ids.length === 0) throw missingParameter('ids');
  return ids.map((id) => findOffer(context, id)).filter((seed) => seed !== undefined);
}

export const generateTrackingLink: Method = (context, params) => {
  const seed = findOffer(context, readRequired(params, 'offer_id'));
  if (!seed) return failure('Failed to hydrate rows: 1');
  // Invention: what a link costs without approval. Consumers report both an empty answer and an error, so both occur.
  if (approvalOf(seed) === 'pending') return answer([]);
  if (!hasLink(seed) || !context.account.trackingLinks) {
    return failure('Affiliate is not approved for this offer');
  }
  const extra = [...readMap(params, 'params')].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const tiny = readText(readMap(params, 'options'), 'tiny_url') === '1';
  return answer(trackingLink(seed, context.account.affiliateId, context.trackingBase, extra, tiny));
};

/** Invention: the whole body but for the key `offer_payout`, which was seen. */
export const getPayoutDetails: Method = (context, params) => {
  const seed = findOffer(context, readRequired(params, 'offer_id'));
  if (!seed) return answer(null);
  const { type, flat, percent } = seed.payout;
  const goals: Wire = seed.goal
    ? [
        {
          name: seed.goal.name,
          payout_type: 'cpa_flat',
          payout: Number(seed.goal.flat).toFixed(5),
          percent_payout: null,
        },
      ]
    : [];
  return answer({
    offer_payout: { offer_id: String(seed.id), payout_type: type, payout: flat, percent_payout: percent },
    goals,
    groups: [],
  });
};
