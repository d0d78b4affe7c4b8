import type { Picture } from '../pictures/picture.js';
import type { CategoryName } from './categories.js';
import type { CountryCode } from './countries.js';

type PayoutType = 'cpa_flat' | 'cpa_percentage' | 'cpa_both' | 'cpc' | 'cpm';

export interface PayoutSeed {
  readonly type: PayoutType;
  readonly flat: string;
  readonly percent: string | null;
}

/** Where the affiliate stands. `terms` = terms wait to be accepted, `agreed` = they were. */
type Approval = 'open' | 'approved' | 'pending' | 'rejected' | 'must-apply' | 'terms' | 'agreed';

/** How an offer comes without a picture of its own: three ways to say nothing, a dead link, a picture elsewhere. */
type NoPicture =
  | { readonly none: '[]' | 'null' | 'absent' }
  | { readonly missingFile: string }
  | { readonly elsewhere: string };

/** An offer as we write it down; `offer-entity.ts` makes the wire's 40 fields of it. */
export interface OfferSeed {
  readonly id: number;
  readonly brand: string;
  readonly name: string;
  /** HTML, as networks type it. */
  readonly description: string | null;
  readonly payout: PayoutSeed;
  /** ISO 4217; null = the network's default currency. */
  readonly currency: string | null;
  readonly categories: readonly CategoryName[];
  /** Empty = everywhere. */
  readonly countries: readonly CountryCode[];
  readonly preview: string | null;
  readonly picture: Picture | NoPicture;
  /** The offer whose folder holds the picture. @default its own */
  readonly pictureId?: number;
  /** @default 'approved' */
  readonly approval?: Approval;
  readonly terms?: string;
  /** A wire datetime, or days from now. @default a date years ahead, by id */
  readonly expires?: string | { readonly inDays: number };
  /** Start of featuring. @default null or the zero date, by id */
  readonly featured?: string;
  readonly goal?: { readonly name: string; readonly flat: string };
}

/** Payouts have five places on the wire. */
function fivePlaces(amount: string): string {
  return Number(amount).toFixed(5);
}

/** Money per action. A `stalePercent` is what an earlier payout type left behind: it means nothing. */
export function flat(amount: string, stalePercent: string | null = null): PayoutSeed {
  return { type: 'cpa_flat', flat: fivePlaces(amount), percent: stalePercent };
}

/** A share of the sale; a `staleAmount` means nothing. */
export function share(percent: string, staleAmount = '0.00'): PayoutSeed {
  return { type: 'cpa_percentage', flat: fivePlaces(staleAmount), percent };
}

export function both(amount: string, percent: string): PayoutSeed {
  return { type: 'cpa_both', flat: fivePlaces(amount), percent };
}

export function perClick(amount: string): PayoutSeed {
  return { type: 'cpc', flat: fivePlaces(amount), percent: '0.00' };
}

/** Per 1,000 views. */
export function perMille(amount: string): PayoutSeed {
  return { type: 'cpm', flat: fivePlaces(amount), percent: null };
}

/** The list of rules that network staff put under most descriptions. */
export function rules(...items: readonly string[]): string {
  return `\r\n<ul>\r\n${items.map((item) => `<li>${item}</li>`).join('\r\n')}\r\n</ul>\r\n`;
}
