import type { OfferSeed } from '../data/offer-seed.js';
import { scatter } from './scatter.js';

/** One row of the conversion log, without what it shares with the clicks of its hour. */
export interface Conversion {
  /** Digits. */
  readonly id: string;
  /** Seconds since the full hour. */
  readonly second: number;
  readonly status: 'approved' | 'pending' | 'rejected';
  /** In units of 0.00001: sums of whole numbers are exact. */
  readonly payout: number;
  readonly saleCents: number;
  /** `null` = the offer's default goal. */
  readonly goal: { readonly id: string; readonly name: string } | null;
  /** Random-looking 32 bits, for columns that only have to differ. */
  readonly luck: number;
}

/** Invention: one conversion in ten is pending, one in twenty rejected. */
export function conversionsOf(seed: OfferSeed, count: number, serial: string, chance: number): readonly Conversion[] {
  return Array.from({ length: count }, (_, index) => {
    const luck = scatter(chance + index * 7_919 + 1);
    const saleCents = 1_500 + (luck % 14_000);
    const goal = seed.goal && luck % 3 === 0 ? seed.goal : undefined;
    const share = luck % 20;
    return {
      id: `${serial}${String(index).padStart(2, '0')}`,
      second: (luck >>> 8) % 3_600,
      status: share < 17 ? 'approved' : share < 19 ? 'pending' : 'rejected',
      payout: goal ? toUnits(goal.flat) : payoutOf(seed, saleCents),
      saleCents,
      goal: goal ? { id: goalId(seed), name: goal.name } : null,
      luck,
    };
  });
}

export function goalId(seed: OfferSeed): string {
  return String(700 + seed.id);
}

/** The member that the payout type does not use is stale and must not count. */
function payoutOf({ payout: { type, flat, percent } }: OfferSeed, saleCents: number): number {
  const fixed = type === 'cpa_percentage' ? 0 : toUnits(flat);
  const share = type === 'cpa_flat' ? 0 : Math.round((saleCents * Math.round(Number(percent) * 100)) / 10);
  return fixed + share;
}

export const unitsOfOne = 100_000;

function toUnits(amount: string): number {
  return Math.round(Number(amount) * unitsOfOne);
}

/** Units of 0.00001 → `"12.34560"`, the five places of the wire. */
export function writeUnits(units: number, places = 5): string {
  return (units / unitsOfOne).toFixed(places);
}

/** Invention: the rate. */
const dollars = { USD: 1, EUR: 1.08 } as const;

/** An amount of an offer's currency in the network's, US dollars. */
export function toNetworkCurrency(amount: number, currency: string | null): number {
  return Math.round(amount * (currency === 'EUR' ? dollars.EUR : dollars.USD));
}
