import type { ReadonlySignal } from '@preact/signals';
import type { Conversion, ConversionField, ConversionStatus } from '../../shared/api/conversions.js';
import type { ChosenDays, DayRange, Period } from '../../shared/report/period.js';
import type { Resource } from '../../shared/resource.js';
import type { Pagination } from '../../shared/ui/PageBar.js';

export const defaultFields: readonly ConversionField[] = ['time', 'offer', 'status', 'payout', 'sub1'];

export const conversionsControls = ['period', 'status', 'offer'] as const;
export type ConversionsControl = (typeof conversionsControls)[number];

/** The proxy lets no request have more. */
export const maxDays = 93;

export interface ConversionsAttributes extends ChosenDays {
  readonly timeZone: string | null;
  readonly offerIds: readonly string[];
  readonly fields: readonly ConversionField[];
  /** Empty = all. */
  readonly status: readonly ConversionStatus[];
  readonly pageSize: number;
  readonly pagination: Pagination;
  readonly controls: readonly ConversionsControl[];
  readonly download: boolean;
}

/** `data` of the element, and `detail` of `hasoffers-load`. */
export interface ConversionsData {
  readonly range: DayRange;
  /** Newest first; with `pagination="more"` those of all pages that were loaded. */
  readonly conversions: readonly Conversion[];
  /** 1-based. */
  readonly page: number;
  /** `null` where the network does not say. */
  readonly pageCount: number | null;
  readonly hasNext: boolean;
  /** Of all pages; `null` where the network did not count. */
  readonly total: number | null;
  /** Where fewer rows came than the network counted: how many of how many. */
  readonly cut: { readonly shown: number; readonly total: number } | null;
}

/** What decides which data is loaded. */
export interface ConversionsRequest extends ChosenDays {
  readonly timeZone: string | null;
  readonly offerIds: readonly string[];
  readonly fields: readonly ConversionField[];
  readonly statuses: readonly ConversionStatus[];
  readonly pageSize: number;
  readonly page: number;
  /** With all pages before it. */
  readonly showsAllPages: boolean;
}

/** What the visitor chose by the controls; `undefined` = what the attributes say. */
export interface ConversionsChoices {
  readonly period?: Period;
  /** `''` = all that the attribute allows. */
  readonly status?: ConversionStatus | '';
  /** Its id; `''` = all that the attribute allows. */
  readonly offer?: string;
}

/** An offer to choose. */
export interface KnownOffer {
  readonly id: string;
  readonly name: string;
}

export interface ConversionsModel extends Resource<ConversionsData> {
  readonly choices: ReadonlySignal<ConversionsChoices>;
  /** What is loaded, or about to be. */
  readonly request: ReadonlySignal<ConversionsRequest>;
  /** The days of that, before anything is here. */
  readonly expectedRange: ReadonlySignal<DayRange>;
  /** Offers that conversions were seen of. */
  readonly knownOffers: ReadonlySignal<readonly KnownOffer[]>;
  choose(change: ConversionsChoices): void;
  goToPage(page: number): void;
}

/** `detail` of `hasoffers-row` of this element. */
export interface ConversionActivation {
  /** Always `null`: conversions are not grouped, as rows of the statistics are. */
  readonly groupBy: null;
  /** The conversion's id; `null` where the network does not say. */
  readonly key: string | null;
  /** The offer's name. */
  readonly label: string;
  readonly values: Conversion;
}
