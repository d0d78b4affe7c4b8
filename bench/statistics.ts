/** The middle of several figures, and between which two the middle half of them lies. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** What was measured in one round, of both sides. */
export interface Pair<Figures> {
  readonly ours: Figures;
  readonly other: Figures;
}

/** How often something is measured. */
export interface Effort {
  readonly atLeast: number;
  readonly atMost: number;
  /** No new round begins after so many, once there were enough. */
  readonly seconds: number;
}

/**
 * Measures two things in turns (A B, B A, A B …), so that a machine that is slow for a while is slow for both. Neither
 * always comes first: the second may find caches warm.
 */
export async function inTurns<Figures>(
  { atLeast, atMost, seconds }: Effort,
  ours: (round: number) => Promise<Figures>,
  other: (round: number) => Promise<Figures>,
): Promise<Pair<Figures>[]> {
  const pairs: Pair<Figures>[] = [];
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < atMost; round += 1) {
    if (round >= atLeast && performance.now() > end) break;
    if (round % 2) {
      const second = await other(round);
      pairs.push({ ours: await ours(round), other: second });
    } else {
      const first = await ours(round);
      pairs.push({ ours: first, other: await other(round) });
    }
  }
  return pairs;
}
