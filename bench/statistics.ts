/** The median of several values, and the quartiles around it. */
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

export const median = (values: readonly number[]): number => spreadOf(values).median;

/** What was measured in one round, of both sides. */
export interface Pair<Figure> {
  readonly ours: Figure;
  readonly other: Figure;
}

/** How many rounds are measured. */
export interface Effort {
  readonly atLeast: number;
  readonly atMost: number;
  /** No new round begins after so many, once there were enough. */
  readonly seconds: number;
}

type Sampler<Figure> = (round: number) => Promise<Figure>;

/**
 * Takes one sample of each subject per round, so that a machine that is slow for a while is slow for all. The order
 * rotates: whoever comes later in a round may find caches warm.
 *
 * @returns For each round the samples by the subject's name.
 */
export async function sampleInRotation<Name extends string, Figure>(
  { atLeast, atMost, seconds }: Effort,
  samplers: Readonly<Record<Name, Sampler<Figure>>>,
): Promise<Record<Name, Figure>[]> {
  const names = Object.keys(samplers) as Name[];
  const rounds: Record<Name, Figure>[] = [];
  const end = performance.now() + seconds * 1000;
  for (let round = 0; round < atMost; round += 1) {
    if (round >= atLeast && performance.now() > end) break;
    const first = round % names.length;
    const samples = {} as Record<Name, Figure>;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) samples[name] = await samplers[name](round);
    rounds.push(samples);
  }
  return rounds;
}

/** Samples two subjects in turns (A B, B A, A B …). */
export const inTurns = <Figure>(
  effort: Effort,
  ours: Sampler<Figure>,
  other: Sampler<Figure>,
): Promise<Pair<Figure>[]> => sampleInRotation(effort, { ours, other });
