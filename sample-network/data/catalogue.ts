import awkwardRows from './awkward-offers.json' with { type: 'json' };
import type { OfferSeed } from './offer-seed.js';
import rows from './offers.json' with { type: 'json' };

const believableOffers = rows as readonly OfferSeed[];

/** What real catalogues contain and demos leave out: broken markup, script, dead pictures, zero dates. */
export const awkwardOffers = awkwardRows as readonly OfferSeed[];

/** Every offer in the order of ids. Most of the awkward ones stand in the middle, on neither the first nor the last page. */
export const catalogue: readonly OfferSeed[] = [...believableOffers, ...awkwardOffers].sort(
  (left, right) => left.id - right.id,
);

/** The first of the ids that multiplied offers get. */
const firstMultipliedId = 10_001;

/**
 * Any number of offers, the same on every run: the whole catalogue first, then believable ones again, numbered.
 * Numbered ones keep the picture of the offer that they were made from.
 */
export function offersUpTo(count: number): readonly OfferSeed[] {
  const extra = Array.from({ length: Math.max(0, count - catalogue.length) }, (_, position) => {
    const base = believableOffers[position % believableOffers.length];
    if (!base) throw new Error('The catalogue is empty.');
    const round = Math.floor(position / believableOffers.length) + 2;
    return { ...base, id: firstMultipliedId + position, name: `${base.name} | #${round}`, pictureId: base.id };
  });
  return [...catalogue.slice(0, count), ...extra];
}
