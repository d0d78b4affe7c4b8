import { record, structure, text } from './decode.js';
import { demand } from './failure.js';
import { type ApiRequest, toRequest } from './request.js';
import { toHttpUrl } from './url.js';

export const linkParamNames = [
  'aff_sub',
  'aff_sub2',
  'aff_sub3',
  'aff_sub4',
  'aff_sub5',
  'source',
  'url',
  'url_id',
] as const;
export type LinkParamName = (typeof linkParamNames)[number];

/**
 * What an affiliate can note on a link, under the API's names: sub-ids, `source`, a page of the merchant (`url`, where the
 * offer allows deep links), or one of the offer's landing pages (`url_id`).
 */
export type LinkParams = { readonly [name in LinkParamName]?: string | undefined };
export type SubIds = Omit<LinkParams, 'url' | 'url_id'>;

/**
 * Creates an affiliate's link to an offer. What upstream returns for an offer that may not be promoted is unknown: an empty
 * response is `null`, an error rejects.
 */
export const generateTrackingLink = (offerId: string, params: LinkParams = {}): ApiRequest<string | null> =>
  toRequest('Offer', 'generateTrackingLink', { offer_id: offerId, params }, (data) => toTrackingLink(structure(data)));

/**
 * The same request, for an element that says why there is no link.
 *
 * @param params - `file_id`: the creative that the link is for, which the network counts clicks by.
 * @throws ApiError `invalid-response` for a link that is no http(s) URL. More is not to be checked: offers with a
 *   universal-link platform have links of another form (HasOffers docs).
 */
export const requestTrackingLink = (
  offerId: string,
  params: LinkParams & { readonly file_id?: string },
): ApiRequest<string | null> => ({
  ...generateTrackingLink(offerId, params),
  decode(data) {
    const row = structure(data);
    const link = toTrackingLink(row);
    demand(link !== null || text(row.click_url) === '');
    return link;
  },
});

/**
 * `click_url` of a `TrackingLink`, created by the method or contained in an offer, as the network wrote it: it may be signed.
 * `null` unless it is an http(s) URL. Never throws.
 */
export function toTrackingLink(value: unknown): string | null {
  const { click_url } = record(value);
  return toHttpUrl(click_url) === null ? null : text(click_url);
}
