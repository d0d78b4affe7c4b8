import type { OfferSeed } from '../data/offer-seed.js';
import type { Fields } from '../query/entity.js';

/** A TrackingLink: `offer_id` is an int here although ids are strings elsewhere. */
export function trackingLink(
  seed: OfferSeed,
  affiliateId: string,
  base: string,
  extra: readonly (readonly [string, string])[] = [],
  tiny = false,
): Fields {
  // "Any other key is appended verbatim"; the values are encoded, or the link would break.
  const suffix = extra.map(([name, value]) => `&${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('');
  const query = `offer_id=${seed.id}&aff_id=${affiliateId}`;
  return {
    affiliate_id: affiliateId,
    offer_id: seed.id,
    click_url: tiny ? `${base}/${toTinyPath(seed.id)}` : `${base}/${clickPath(seed)}${query}${suffix}`,
    impression_pixel: `<img src="${base}/aff_i?${query}${suffix}" width="1" height="1" />`,
  };
}

/** Documented: such an offer has a link in the form of that service. Invention: which path and parameters. */
function clickPath(seed: OfferSeed): string {
  return seed.universalLink ? 'app-link/Xy12?%243p=a_hasoffers&' : 'aff_c?';
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Invention: a tiny link is the offer's number in letters, so nothing has to be stored; it forgets the sub-ids. */
function toTinyPath(id: number): string {
  let [rest, word] = [id + letters.length ** 2, ''];
  while (rest > 0) {
    word = (letters[rest % letters.length] ?? '') + word;
    rest = Math.floor(rest / letters.length);
  }
  return word;
}

/** The offer's number behind a tiny word, or `null`. */
export function parseTinyPath(word: string): number | null {
  let value = 0;
  for (const letter of word) {
    const digit = letters.indexOf(letter);
    if (digit < 0) return null;
    value = value * letters.length + digit;
  }
  return value - letters.length ** 2;
}
