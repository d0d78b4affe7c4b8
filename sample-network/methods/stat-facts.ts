import type { OfferSeed } from '../data/offer-seed.js';
import { toNetworkTime } from '../time-zone.js';
import type { Context } from './context.js';
import { approvalOf } from './offer-fields.js';

/** What happened with one offer around one hour. */
export interface StatFact {
  readonly dimensions: { readonly [column: string]: string };
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  readonly payout: number;
}

const hoursOfDay = 24;
const hour = 3_600_000;
const daysKept = 60;
const sources = ['newsletter', 'home', 'guide'] as const;

/** Hours with their share of a day's activity. The early and the late ones change the day when a report is shifted. */
const activity = [
  { at: 1, from: 0, to: 0.2 },
  { at: 11, from: 0.2, to: 0.7 },
  { at: 22, from: 0.7, to: 1 },
] as const;

/**
 * The last 60 days until now. Hours and days are those of the network's clock; `hourOffset` moves what happened by so
 * many hours, and with it some of it to another day.
 *
 * Invention: all figures. They depend on the offer and the date alone, and some days of some offers stay empty, because
 * days without activity are absent.
 */
export function statFacts(context: Context, hourOffset = 0): readonly StatFact[] {
  const offers = context.offers.filter((seed) => approvalOf(seed) === 'approved').slice(0, 12);
  const now = Math.floor(Date.parse(`${toNetworkTime(context.now).replace(' ', 'T')}Z`) / hour);
  const today = Math.floor(now / hoursOfDay);
  const days = Array.from({ length: daysKept }, (_, index) => today - daysKept + 1 + index);
  return days.flatMap((date) =>
    activity
      .filter(({ at }) => date * hoursOfDay + at <= now)
      .flatMap((share) => offers.map((seed) => factOf(seed, date, share, hourOffset)))
      .filter((fact) => fact !== null),
  );
}

function factOf(seed: OfferSeed, date: number, share: (typeof activity)[number], hourOffset: number): StatFact | null {
  const chance = scatter(seed.id * 65_537 + date);
  // Every ninth day is quiet for the whole account.
  if (date % 9 === 0 || chance % 4 === 0) return null;
  const part = (total: number) => Math.round(total * share.to) - Math.round(total * share.from);
  const clicks = 20 + (chance % 160);
  const conversions = part(Math.floor(clicks / (18 + (chance % 30))));
  const shifted = new Date((date * hoursOfDay + share.at + hourOffset) * hour).toISOString().slice(0, 10);
  return {
    dimensions: {
      'Stat.date': shifted,
      'Stat.month': String(Number(shifted.slice(5, 7))),
      'Stat.year': shifted.slice(0, 4),
      'Stat.offer_id': String(seed.id),
      'Offer.name': seed.name,
      'Stat.source': sources[chance % sources.length] ?? 'home',
      'Stat.currency': seed.currency ?? 'USD',
      'Stat.payout_type': seed.payout.type,
    },
    impressions: part(clicks * (14 + (chance % 9))),
    clicks: part(clicks),
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
