import { type Activity, activityOf, currencyOf } from './activity.js';
import type { Context, Method } from './context.js';
import { toNetworkCurrency, unitsOfOne, writeUnits } from './conversion.js';
import { type Measure, type Report, runReport } from './report.js';
import { type Dimensions, readActivityRange } from './report-filters.js';

const hourMs = 3_600_000;
const dateOf = ({ hour }: Activity) => new Date(hour * hourMs).toISOString().slice(0, 10);

/** Columns that clicks and conversions share. `affiliate_infoN` is `aff_subN` of the link, '' where it had none. */
export const activityDimensions: Dimensions<Activity> = {
  'Stat.date': dateOf,
  'Stat.hour': ({ hour }) => String(hour % 24),
  'Stat.week': (activity) => String(weekOf(dateOf(activity))),
  'Stat.month': (activity) => String(Number(dateOf(activity).slice(5, 7))),
  'Stat.year': (activity) => dateOf(activity).slice(0, 4),
  'Stat.offer_id': ({ seed }) => String(seed.id),
  'Offer.name': ({ seed }) => seed.name,
  'Country.name': ({ country }) => country,
  'Stat.source': ({ source }) => source,
  'Stat.currency': ({ seed }) => currencyOf(seed),
  'Stat.payout_type': ({ seed }) => seed.payout.type,
  ...Object.fromEntries(
    [0, 1, 2, 3, 4].map((index) => [`Stat.affiliate_info${index + 1}`, ({ subIds }: Activity) => subIds[index] ?? '']),
  ),
};

/** Weeks start on Monday and are 1 to 53. Invention: the first one is that of the 1st of January. */
function weekOf(date: string): number {
  const newYear = new Date(`${date.slice(0, 4)}-01-01`);
  const day = Math.round((Date.parse(date) - newYear.getTime()) / (24 * hourMs));
  return Math.floor((day + ((newYear.getUTCDay() + 6) % 7)) / 7) + 1;
}

type Sum = (items: readonly Activity[], ownCurrency: boolean) => number;

function sumOf(read: (activity: Activity) => number): Sum {
  return (items) => items.reduce((sum, activity) => sum + read(activity), 0);
}

const impressions = sumOf((activity) => activity.impressions);
const clicks = sumOf((activity) => activity.clicks);
const conversions = sumOf((activity) => approved(activity).length);

/** Invention: pending and rejected conversions are neither counted nor paid. */
function approved(activity: Activity) {
  return activity.conversions.filter((conversion) => conversion.status === 'approved');
}

/** In units of 0.00001. */
const payoutUnits: Sum = (items, ownCurrency) =>
  items.reduce((sum, activity) => {
    const units = approved(activity).reduce((paid, conversion) => paid + conversion.payout, 0);
    return sum + (ownCurrency ? units : toNetworkCurrency(units, activity.seed.currency));
  }, 0);
const payout: Sum = (items, ownCurrency) => payoutUnits(items, ownCurrency) / unitsOfOne;

/** Invention: where the divisor is 0 the ratio is 0. */
function ratio(part: Sum, whole: Sum, factor = 1): Measure<Activity> {
  return (items, ownCurrency) => {
    const divisor = whole(items, ownCurrency);
    return (divisor === 0 ? 0 : (part(items, ownCurrency) / divisor) * factor).toFixed(5);
  };
}

const count =
  (sum: Sum): Measure<Activity> =>
  (items, ownCurrency) =>
    String(sum(items, ownCurrency));

/** The documented formulae. */
const report: Report<Activity> = {
  grouped: true,
  dimensions: activityDimensions,
  measures: {
    'Stat.impressions': count(impressions),
    'Stat.clicks': count(clicks),
    'Stat.conversions': count(conversions),
    'Stat.payout': (items, ownCurrency) => writeUnits(payoutUnits(items, ownCurrency)),
    'Stat.ctr': ratio(clicks, impressions),
    'Stat.ltr': ratio(conversions, clicks),
    'Stat.cpa': ratio(payout, conversions),
    'Stat.cpc': ratio(payout, clicks),
    'Stat.erpc': ratio(payout, clicks),
    'Stat.cpm': ratio(payout, impressions, 1000),
  },
};

/** Days without activity are absent. */
export const getStats: Method = (context, params) =>
  runReport(report, activityOf(context, readActivityRange(params)), params);

/** What was earned on the days from `firstDay` to `lastDay` (since 1970) in one currency, in units of 0.00001. */
export function earnings(context: Context, firstDay: number, lastDay: number, currency: string): number {
  const days = activityOf(context, { firstDay, lastDay, hourOffset: 0 }).filter(({ hour, seed }) => {
    const day = Math.floor(hour / 24);
    return day >= firstDay && day <= lastDay && currencyOf(seed) === currency;
  });
  return payoutUnits(days, true);
}
