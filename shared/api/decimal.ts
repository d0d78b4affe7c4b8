/**
 * Amounts of money as whole numbers of the fifth decimal place. The API writes five ("15.00000"); sums of fractions
 * would drift (0.1 + 0.2), sums of whole numbers do not.
 */
const places = 5;
const scale = 10 ** places;

/** `"12.34500"`, `12.345` → 1234500; further places are cut off; `null` for what is no decimal. */
export function toUnits(value: unknown): number | null {
  const [, sign, whole, fraction = ''] = /^\s*(-?)(\d+)(?:\.(\d*))?\s*$/.exec(String(value ?? '')) ?? [];
  if (whole === undefined) return null;
  const units = Number(whole) * scale + Number(fraction.slice(0, places).padEnd(places, '0'));
  return sign ? -units : units;
}

/** The amount of so many units. */
export const fromUnits = (units: number): number => units / scale;

/** An amount in one currency; `null` = the network's own. Amounts of different currencies are never added. */
export interface Amount {
  readonly currency: string | null;
  readonly value: number;
}
