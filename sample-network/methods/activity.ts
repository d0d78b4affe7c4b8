import { countries } from '../data/countries.js';
import type { OfferSeed } from '../data/offer-seed.js';
import subIds from '../data/sub-ids.json' with { type: 'json' };
import { toNetworkTime } from '../time-zone.js';
import type { Context } from './context.js';
import { type Conversion, conversionsOf } from './conversion.js';
import { approvalOf } from './offer-fields.js';
import { pick, scatter } from './scatter.js';

/** What happened with one offer in one hour: visitors from one place on the affiliate's site, and what came of them. */
export interface Activity {
  readonly seed: OfferSeed;
  /** Hours since 1970 on the network's clock, moved by `hour_offset`. */
  readonly hour: number;
  readonly source: string;
  readonly country: string;
  /** `aff_sub` to `aff_sub5` of the link. */
  readonly subIds: readonly string[];
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: readonly Conversion[];
}

export interface ActivityRange {
  /** Days since 1970, both included; wider than a report needs does no harm. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly hourOffset: number;
}

/** Enough for 400 days and the 400 before them. Invention: how long statistics are kept. */
const daysKept = 830;
const hoursOfDay = 24;
const hourMs = 3_600_000;
const sources = ['newsletter', 'home', 'guide', ''] as const;
const everywhere = ['US', 'GB', 'CA', 'AU', 'DE'] as const;
/** Sundays first. */
const weekdays = [0.8, 1, 1.05, 1.1, 1.1, 1.25, 0.9] as const;

/** Hours with their share of a day's activity. The early and the late ones change the day when a report is shifted. */
const partsOfDay = [
  { firstHour: 0, hours: 3, from: 0, to: 0.2 },
  { firstHour: 9, hours: 8, from: 0.2, to: 0.7 },
  { firstHour: 20, hours: 4, from: 0.7, to: 1 },
] as const;

/**
 * Everything that happened to the account until the last full hour, oldest day first.
 *
 * Invention: all figures. They depend on the offer and the date alone. Every ninth day is quiet for the whole account and
 * some days of some offers stay empty, because days without activity are absent from reports.
 */
export function activityOf(context: Context, range: ActivityRange): readonly Activity[] {
  const offers = context.offers.filter((seed) => hasTraffic(seed, context.account.currencies)).slice(0, 12);
  const now = networkHour(context.now);
  const today = Math.floor(now / hoursOfDay);
  const found: Activity[] = [];
  // A shift can bring in the day before and the day after.
  const [from, to] = [Math.max(range.firstDay - 1, today - daysKept), Math.min(range.lastDay + 1, today)];
  for (let day = from; day <= to; day += 1) {
    if (day % 9 === 0) continue;
    for (const seed of offers) found.push(...dayOf(seed, day, now, range.hourOffset));
  }
  return found;
}

/** Hours since 1970 on the network's clock. Days of 23 and 25 hours are counted as if they had 24. */
export function networkHour(instant: number): number {
  return Math.floor(Date.parse(`${toNetworkTime(instant).replace(' ', 'T')}Z`) / hourMs);
}

function hasTraffic(seed: OfferSeed, currencies: readonly string[]): boolean {
  const isPaidByConversion = seed.payout.type.startsWith('cpa');
  return isPaidByConversion && approvalOf(seed) === 'approved' && currencies.includes(currencyOf(seed));
}

/** Documented: null is the network's currency. */
export function currencyOf(seed: OfferSeed): string {
  return seed.currency ?? 'USD';
}

function dayOf(seed: OfferSeed, day: number, now: number, hourOffset: number): readonly Activity[] {
  const chance = scatter(seed.id * 65_537 + day);
  if (chance % 4 === 0) return [];
  const clicks = Math.round((60 + (chance % 340)) * (weekdays[(day + 4) % 7] ?? 1));
  const conversions = Math.floor(clicks / (18 + (chance % 18)));
  const impressions = clicks * (14 + (chance % 9));
  return partsOfDay.flatMap(({ firstHour, hours, from, to }, index) => {
    const luck = scatter(chance + index);
    const hour = day * hoursOfDay + firstHour + (luck % hours);
    if (hour >= now) return [];
    const part = (total: number) => Math.round(total * to) - Math.round(total * from);
    const serial = `${day}${String(seed.id).padStart(5, '0')}${index}`;
    const code = pick(seed.countries.length > 0 ? seed.countries : everywhere, luck >>> 3);
    return {
      seed,
      hour: hour + hourOffset,
      source: pick(sources, luck >>> 5),
      country: countries.find((country) => country.code === code)?.name ?? code,
      subIds: subIdsOf(luck),
      impressions: part(impressions),
      clicks: part(clicks),
      conversions: conversionsOf(seed, part(conversions), serial, luck),
    };
  });
}

/** First the member, then the place on the page, then a value that is another one in each row, as sites happen to do. */
function subIdsOf(luck: number): readonly string[] {
  const member = luck % 25 === 0 ? pick(subIds.awkward, luck >>> 7) : pick(subIds.members, luck >>> 7);
  return [member, pick(subIds.places, luck >>> 11), luck.toString(36), '', ''];
}
