import type { Account } from '../accounts.js';
import type { OfferSeed } from '../data/offer-seed.js';
import type { Fields } from '../query/entity.js';
import type { Answer } from '../wire/envelope.js';
import type { PhpArray } from '../wire/php-params.js';

/** What a method may look at besides its parameters. */
export interface Context {
  readonly account: Account;
  /** The offers this account sees, in the order of ids. */
  readonly offers: readonly OfferSeed[];
  /** Wire fields that a test put over those of an offer. */
  readonly changes: ReadonlyMap<string, Fields>;
  readonly networkId: string;
  /** Base of picture URLs, no trailing slash. */
  readonly mediaBase: string;
  /** Base of tracking links, no trailing slash. */
  readonly trackingBase: string;
  readonly now: number;
  /** False when a fault switched relations off. */
  readonly relations: boolean;
}

export type Method = (context: Context, params: PhpArray) => Answer;
