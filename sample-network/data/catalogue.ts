import { awkwardOffers } from './awkward.js';
import { beautyOffers } from './beauty.js';
import { educationOffers } from './education.js';
import { electronicsOffers } from './electronics.js';
import { fashionOffers } from './fashion.js';
import { financeOffers } from './finance.js';
import { foodOffers } from './food.js';
import { homeOffers } from './home.js';
import { kidsOffers } from './kids.js';
import type { OfferSeed } from './offer-seed.js';
import { petOffers } from './pets.js';
import { softwareOffers } from './software.js';
import { sportsOffers } from './sports.js';
import { travelOffers } from './travel.js';

/** Every offer in the order of ids: the categories take turns, and most of the awkward ones stand in the middle, on neither first page. */
export const catalogue: readonly OfferSeed[] = [
  ...homeOffers,
  ...fashionOffers,
  ...travelOffers,
  ...beautyOffers,
  ...sportsOffers,
  ...foodOffers,
  ...electronicsOffers,
  ...softwareOffers,
  ...financeOffers,
  ...educationOffers,
  ...petOffers,
  ...kidsOffers,
  ...awkwardOffers,
].sort((left, right) => left.id - right.id);

/** The first of the ids that multiplied offers get. */
const firstMultipliedId = 10_001;

/**
 * Any number of offers, the same on every run: the whole catalogue first, then believable ones again, numbered.
 * Numbered ones keep the picture of the offer that they were made from.
 */
export function offersUpTo(count: number): readonly OfferSeed[] {
  const believable = catalogue.filter((offer) => !awkwardOffers.includes(offer));
  const extra = Array.from({ length: Math.max(0, count - catalogue.length) }, (_, position) => {
    const base = believable[position % believable.length] ?? catalogue[0];
    if (!base) throw new Error('The catalogue is empty.');
    const round = Math.floor(position / believable.length) + 2;
    return { ...base, id: firstMultipliedId + position, name: `${base.name} | #${round}`, pictureId: base.id };
  });
  return [...catalogue.slice(0, count), ...extra];
}
