import type { ReadonlySignal } from '@preact/signals';
import type { Amount } from '../../shared/api/decimal.js';
import { reportGroups } from '../../shared/api/report.js';
import type { Day } from '../../shared/calendar.js';
import type { ChosenDays, DayRange, Period } from '../../shared/report/period.js';
import type { Resource } from '../../shared/resource.js';

export const metrics = ['clicks', 'conversions', 'payout', 'epc', 'conversion-rate', 'impressions', 'ctr'] as const;
export type Metric = (typeof metrics)[number];
export const defaultMetrics: readonly Metric[] = ['clicks', 'conversions', 'payout', 'epc'];

export const groupings = [...reportGroups, 'month'] as const;
export type Grouping = (typeof groupings)[number];

export const statsControls = ['period', 'compare', 'group-by', 'metric'] as const;
export type StatsControl = (typeof statsControls)[number];

/** A longer report is refused: the network answers too late. */
export const maxDays = 400;

export interface StatsAttributes extends ChosenDays {
  readonly compare: 'previous' | 'none';
  readonly metrics: readonly Metric[];
  readonly layout: 'card' | 'numbers' | 'chart' | 'inline';
  readonly groupBy: Grouping | null;
  readonly rows: number;
  readonly controls: readonly StatsControl[];
  readonly offerIds: readonly string[];
  readonly timeZone: string | null;
}

/** What was counted, and ratios of the sums (never sums or means of ratios). */
export interface StatValues {
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  /** One for each currency of the whole report, in the same order everywhere. */
  readonly payout: readonly Amount[];
  /** Payout per click; `null` without clicks, and with several currencies. */
  readonly epc: Amount | null;
  /** Conversions of a click, in percent; `null` without clicks. */
  readonly conversionRate: number | null;
  /** Clicks of an impression, in percent; `null` without impressions. */
  readonly ctr: number | null;
}

export interface StatDay extends StatValues {
  readonly date: Day;
}

export interface StatGroup extends StatValues {
  /** The offer's id, the value itself, or `YYYY-MM`; `null` = all others together. */
  readonly key: string | null;
  readonly label: string;
}

/** `data` of the element, and `detail` of `hasoffers-load`. */
export interface StatsData {
  readonly range: DayRange;
  readonly previousRange: DayRange | null;
  /** Every day of the range; one without activity has zeros. */
  readonly days: readonly StatDay[];
  readonly totals: StatValues;
  /** Days and totals of `previousRange`. */
  readonly previous: { readonly days: readonly StatDay[]; readonly totals: StatValues } | null;
  /** What can be compared: the sums of whole days, so without that of today and its counterpart. */
  readonly comparison: { readonly current: StatValues; readonly previous: StatValues } | null;
  readonly groups: readonly StatGroup[] | null;
  readonly currencies: readonly (string | null)[];
  /** The network's day of today, which is not over yet. */
  readonly today: Day;
  /** Where not all rows were sent: how many of how many. */
  readonly cut: { readonly shown: number; readonly total: number } | null;
}

/** What decides which data is loaded. */
export interface StatsQuery extends ChosenDays {
  readonly comparesPrevious: boolean;
  readonly groupBy: Grouping | null;
  readonly rows: number;
  readonly offerIds: readonly string[];
  readonly timeZone: string | null;
}

/** What the visitor chose by the controls; `undefined` = what the attributes say. */
export interface StatsChoices {
  readonly period?: Period;
  readonly compare?: StatsAttributes['compare'];
  readonly groupBy?: Grouping | null;
  readonly metric?: Metric;
  readonly currency?: string | null;
}

export interface StatsModel extends Resource<StatsData> {
  readonly choices: ReadonlySignal<StatsChoices>;
  /** What is loaded, or about to be. */
  readonly query: ReadonlySignal<StatsQuery>;
  /** The days of that, before the network has said which day it is there. */
  readonly expectedRange: ReadonlySignal<DayRange>;
  choose(change: StatsChoices): void;
}

/** `detail` of `hasoffers-row`. */
export interface RowActivation {
  readonly groupBy: Grouping;
  readonly key: string | null;
  readonly label: string;
  readonly values: StatValues;
}
