import type { CategoryName } from './categories.js';

/** As on the wire: amounts have five decimal places, percentages two. The member that the type does not use is stale. */
export interface PayoutSeed {
  readonly type: 'cpa_flat' | 'cpa_percentage' | 'cpa_both' | 'cpc' | 'cpm';
  readonly flat: string;
  readonly percent: string | null;
}

/** Where the affiliate stands. `terms` = terms wait to be accepted, `agreed` = they were. */
type Approval = 'open' | 'approved' | 'pending' | 'rejected' | 'must-apply' | 'terms' | 'agreed';

/** A file in `pictures/`, under the name that a network's staff uploaded it with: blanks and upper-case endings happen. */
export interface UploadedPicture {
  readonly file: string;
  readonly filename: string;
}

/** An offer without a picture of its own: three ways to say nothing, a dead link, a picture elsewhere. */
type NoPicture =
  | { readonly none: '[]' | 'null' | 'absent' }
  | { readonly missingFile: string }
  | { readonly elsewhere: string };

/** An offer as the data files have it; `offer-entity.ts` makes the wire's 40 fields of it. */
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
  /** Codes of countries; empty = everywhere. */
  readonly countries: readonly string[];
  readonly preview: string | null;
  readonly picture: UploadedPicture | NoPicture;
  /** The offer whose folder holds the picture. @default its own */
  readonly pictureId?: number;
  /** @default 'approved' */
  readonly approval?: Approval;
  readonly terms?: string;
  /** A wire datetime, or days from now. @default a date years ahead, by id */
  readonly expires?: string | { readonly inDays: number };
  /** Start of featuring. @default null or the zero date, by id */
  readonly featured?: string;
  /** The advertiser's app opens by links of another service. */
  readonly universalLink?: boolean;
  readonly goal?: { readonly name: string; readonly flat: string };
}
