import { record, structure, text } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';
import { toHttpUrl } from './url.js';

/** What an affiliate can note on a link, under the API's names. */
export type SubIds = {
  readonly [name in 'source' | 'aff_sub' | 'aff_sub2' | 'aff_sub3' | 'aff_sub4' | 'aff_sub5']?: string | undefined;
};

/**
 * Creates an affiliate's link to an offer. What upstream returns for an offer that may not be promoted is unknown: an empty
 * response is `null`, an error rejects.
 */
export const generateTrackingLink = (offerId: string, subIds: SubIds = {}): ApiRequest<string | null> =>
  toRequest('Offer', 'generateTrackingLink', { offer_id: offerId, params: subIds }, (data) =>
    toTrackingLink(structure(data)),
  );

/**
 * `click_url` of a `TrackingLink`, created by the method or contained in an offer, as the network wrote it: it may be signed.
 * `null` unless it is an http(s) URL. Never throws.
 */
export function toTrackingLink(value: unknown): string | null {
  const { click_url } = record(value);
  return toHttpUrl(click_url) === null ? null : text(click_url);
}
