import { type Activity, activityOf, networkHour } from './activity.js';
import type { Method } from './context.js';
import { type Conversion, toNetworkCurrency, writeUnits } from './conversion.js';
import { type Measure, type Report, runReport } from './report.js';
import { readActivityRange } from './report-filters.js';
import { activityDimensions } from './stats.js';

/** One row of the log: a conversion, and the click that it came from. */
interface Entry {
  readonly conversion: Conversion;
  readonly activity: Activity;
  /** Seconds since 1970 on the network's clock. */
  readonly at: number;
}

/** Documented: 25 months. */
const daysKept = 762;
const unitsOfCent = 1_000;
const hex = (luck: number, length: number) => luck.toString(16).padStart(8, '0').repeat(8).slice(0, length);

function amount(read: (conversion: Conversion) => number): Measure<Entry> {
  return (entries, ownCurrency) =>
    writeUnits(
      entries.reduce((sum, { conversion, activity }) => {
        const units = read(conversion);
        return sum + (ownCurrency ? units : toNetworkCurrency(units, activity.seed.currency));
      }, 0),
    );
}

/**
 * The log of conversions, columns with personal data included, so that a proxy has something to keep back.
 *
 * Invention: the values of all columns; addresses are from the ranges for documentation. `groups` is not on the current
 * page of the method and does nothing here, as does `status_update_fields`.
 */
const report: Report<Entry> = {
  grouped: false,
  dimensions: {
    ...Object.fromEntries(
      Object.entries(activityDimensions).map(([name, read]) => [name, ({ activity }: Entry) => read(activity)]),
    ),
    'Stat.id': ({ conversion }) => conversion.id,
    'Stat.tune_event_id': ({ conversion }) => hex(conversion.luck, 32),
    'Stat.datetime': ({ at }) => new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' '),
    'Stat.goal_id': ({ conversion }) => conversion.goal?.id ?? '0',
    // Documented: the goal without a name is called so.
    'Goal.name': ({ conversion }) => conversion.goal?.name ?? 'Default',
    'Stat.conversion_status': ({ conversion }) => conversion.status,
    'Stat.ad_id': ({ conversion }) => `102${hex(conversion.luck, 27)}`,
    'Stat.is_adjustment': () => '0',
    'Stat.ip': ({ conversion }) => `203.0.113.${conversion.luck % 256}`,
    'Stat.session_ip': ({ conversion }) => `198.51.100.${conversion.luck % 256}`,
    'Stat.user_agent': () => 'Mozilla/5.0 (Sample; rv:1.0) Visitor/1.0',
    'Stat.refer': ({ conversion }) => `https://publisher.example/page?visitor=${hex(conversion.luck, 8)}`,
    'Stat.pixel_refer': () => 'https://shop.example/thank-you',
    'ConversionsMobile.affiliate_click_id': ({ conversion }) => `click-${hex(conversion.luck, 8)}`,
    'ConversionsMobile.device_id': ({ conversion }) => hex(conversion.luck, 16),
  },
  measures: {
    'Stat.payout': amount((conversion) => conversion.payout),
    'Stat.approved_payout': amount((conversion) => (conversion.status === 'approved' ? conversion.payout : 0)),
    'Stat.sale_amount': amount((conversion) => conversion.saleCents * unitsOfCent),
  },
};

export const getConversions: Method = (context, params) => {
  const range = readActivityRange(params);
  const oldest = Math.floor(networkHour(context.now) / 24) - daysKept + 1;
  const entries = activityOf(context, { ...range, firstDay: Math.max(range.firstDay, oldest) }).flatMap((activity) =>
    activity.conversions.map(
      (conversion): Entry => ({ conversion, activity, at: activity.hour * 3_600 + conversion.second }),
    ),
  );
  return runReport(
    report,
    entries.sort((left, right) => left.at - right.at),
    params,
  );
};
