import type { OfferSeed } from '../data/offer-seed.js';
import type { Context } from './context.js';
import { approvalOf } from './offer-fields.js';

/** What happened with one offer on one day. */
export interface StatFact {
  readonly dimensions: { readonly [column: string]: string };
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly payout: number;
}

const day = 86_400_000;
const daysKept = 60;
const sources = ['newsletter', 'home', 'guide'] as const;

/**
 * Invention: all figures. They depend on the offer and the date alone, so a report gives the same numbers all day, and
 * some days of some offers stay empty, because days without activity are absent.
 */
export function statFacts(context: Context): readonly StatFact[] {
  const offers = context.offers.filter((seed) => approvalOf(seed) === 'approved').slice(0, 12);
  const today = Math.floor(context.now / day);
  const days = Array.from({ length: daysKept }, (_, back) => today - daysKept + 1 + back);
  return days.flatMap((date) => offers.map((seed) => factOf(seed, date))).filter((fact) => fact !== null);
}

function factOf(seed: OfferSeed, date: number): StatFact | null {
  const chance = scatter(seed.id * 65_537 + date);
  // Every ninth day is quiet for the whole account.
  if (date % 9 === 0 || chance % 4 === 0) return null;
  const clicks = 20 + (chance % 160);
  const conversions = Math.floor(clicks / (18 + (chance % 30)));
  const text = new Date(date * day).toISOString().slice(0, 10);
  return {
    dimensions: {
      'Stat.date': text,
      'Stat.month': String(Number(text.slice(5, 7))),
      'Stat.year': text.slice(0, 4),
      'Stat.offer_id': String(seed.id),
      'Offer.name': seed.name,
      'Stat.source': sources[chance % sources.length] ?? 'home',
      'Stat.currency': seed.currency ?? 'USD',
      'Stat.payout_type': seed.payout.type,
    },
    impressions: clicks * (14 + (chance % 9)),
    clicks,
    conversions,
    payout: conversions * Math.max(Number(seed.payout.flat), 4.25),
  };
}

/** A number that looks random and is not. */
function scatter(seed: number): number {
  let value = seed | 0;
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}
