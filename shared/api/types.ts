/** What the decoders make of the wire: plain camelCase data without PHP's habits. `null` = upstream gave nothing usable. */

/** The person at the network who looks after this affiliate (model `Employee`). */
export interface AccountManager {
  readonly id: string;
  /** First and last name joined; empty when upstream gave neither. */
  readonly name: string;
  readonly title: string | null;
  /** As the network's staff filled it in; `toMailable` finds the address in it. */
  readonly email: string | null;
  /** As filled in; `toDialable` finds the number in it. */
  readonly phone: string | null;
  readonly cellPhone: string | null;
  /** Chat alias (`aim` on the wire). */
  readonly chat: string | null;
  /** Absolute http(s) URL. */
  readonly photo: string | null;
}

/** What networks call each type: cost per action, per sale, per click, per 1,000 views. */
export const payoutAbbreviations = {
  cpa_flat: 'CPA',
  cpa_percentage: 'CPS',
  cpa_both: 'CPA + CPS',
  cpc: 'CPC',
  cpm: 'CPM',
} as const;
export type PayoutType = keyof typeof payoutAbbreviations;
export const payoutTypes = Object.keys(payoutAbbreviations) as readonly PayoutType[];

export interface Payout {
  /** `null` for a type this version does not know. */
  readonly type: PayoutType | null;
  /** Money per action, click or 1,000 views; `null` where `type` does not use it, even when the wire holds a stale value. */
  readonly amount: number | null;
  /** Per cent of the sale (8.5 means 8.5 %); `null` where `type` does not use it. */
  readonly percent: number | null;
  /** ISO 4217; `null` means the network's default currency, which the API does not include here. */
  readonly currency: string | null;
}

/** Whether this affiliate may run it, worst first: `expired`, `rejected`, `pending`, `apply` (must apply), `terms` (must accept), `approved`, `open`. */
export type OfferStatus = 'open' | 'approved' | 'pending' | 'rejected' | 'apply' | 'terms' | 'expired';

export interface Thumbnail {
  /** Absolute, percent-encoded http(s) URL of the full picture, or of the 100 px version where there is no other. */
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Category {
  readonly id: string;
  readonly name: string;
}

export interface Country {
  /** ISO 3166 alpha-2 where it is known (`UK` becomes `GB`), upper case. */
  readonly code: string;
  /** The network's own name for it, as it comes: often all lower case. */
  readonly name: string;
}

export interface Offer {
  readonly id: string;
  readonly name: string;
  /** Plain text: tags removed, entities decoded, paragraphs kept as line breaks. */
  readonly description: string;
  readonly previewUrl: string | null;
  readonly payout: Payout;
  /** It may pay something else for some of its goals. */
  readonly hasGoals: boolean;
  /** A tracking link may lead to a page of the merchant that the affiliate chooses. */
  readonly allowsDeepLinks: boolean;
  /** Only where they were asked for and the network told them. */
  readonly goals?: readonly GoalPayout[];
  /** Calendar day `YYYY-MM-DD` in the network's time zone; never compare it with the visitor's clock. */
  readonly expiresOn: string | null;
  readonly featured: boolean;
  readonly status: OfferStatus;
  /** `undefined` = not requested or refused; `null` or `[]` = upstream says there is none. */
  readonly thumbnail: Thumbnail | null | undefined;
  readonly categories: readonly Category[] | undefined;
  /** Empty = runs everywhere. */
  readonly countries: readonly Country[] | undefined;
  /** Absolute http(s) URL. Given whatever the status: whether it may be shown is for `mayPromote` to say. */
  readonly trackingLink: string | null | undefined;
}

/** What an offer pays for one of its goals, such as a monthly instead of a yearly plan. */
export interface GoalPayout {
  readonly name: string;
  /** Without a currency it is paid in the offer's. */
  readonly payout: Payout;
}

/** One page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** 1-based. */
  readonly page: number;
  /** Rows over all pages; `null` when it is unknown. */
  readonly total: number | null;
  /** `null` when upstream did not say. */
  readonly pageCount: number | null;
  /**
   * Upstream returned the unpaged shape with more or fewer rows than `limit`: `rows` is everything there is, whatever
   * `page` was requested. With exactly `limit` rows there may be more, and `total` is `null`.
   */
  readonly complete: boolean;
}
