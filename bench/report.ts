import { type Pair, type Spread, spreadOf } from './statistics.js';

type Unit = 'B' | 'ms' | 'kB' | '/s' | '';

/** A line of the table. */
export interface Row {
  readonly part: string;
  readonly what: string;
  readonly unit: Unit;
  /** Median of what was measured of ours. */
  readonly figure: number;
  /** What ours is compared with, its median, and the ratio ours / other; absent where nothing is compared. */
  readonly comparison?: { readonly against: string; readonly figure: number; readonly ratio: Spread };
  /** Absent where the row only informs. */
  readonly verdict?: Verdict;
}

interface Verdict {
  readonly budget: string;
  readonly holds: boolean;
  /** Absent where there is no goal beyond the budget. */
  readonly goalReached?: boolean;
}

interface RowName {
  readonly part: string;
  readonly what: string;
  readonly unit: Unit;
}

/** What a figure or a ratio is judged by. Without either limit it is not judged. */
interface Limits {
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
  /** A goal below `atMost`; missing it fails nothing. */
  readonly goal?: number | undefined;
}

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

function judge(subject: string, value: number, { atMost, atLeast, goal }: Limits): Verdict | undefined {
  if (atLeast !== undefined) return { budget: `${subject}≥ ${number(atLeast)}`, holds: value >= atLeast };
  if (atMost === undefined) return undefined;
  const budget = `${subject}≤ ${number(atMost)}`;
  if (goal === undefined) return { budget, holds: value <= atMost };
  return { budget: `${budget}, goal ${number(goal)}`, holds: value <= atMost, goalReached: value <= goal };
}

/** A row of one figure, judged by itself. */
export function toFigureRow({ atMost, atLeast, goal, ...name }: RowName & Limits, figure: number): Row {
  const verdict = judge('', figure, { atMost, atLeast, goal });
  return { ...name, figure, ...(verdict && { verdict }) };
}

/** A row judged by the ratio ours / other: the median of the rounds' ratios, not the ratio of the medians. */
export function toRatioRow(
  { against, atMost, atLeast, goal, ...name }: RowName & Limits & { readonly against: string },
  pairs: readonly Pair<number>[],
): Row {
  const ratio = spreadOf(pairs.map(({ ours, other }) => ours / other));
  const verdict = judge('ratio ', Math.round(ratio.median * 100) / 100, { atMost, atLeast, goal });
  return {
    ...name,
    figure: spreadOf(pairs.map(({ ours }) => ours)).median,
    comparison: { against, figure: spreadOf(pairs.map(({ other }) => other)).median, ratio },
    ...(verdict && { verdict }),
  };
}

const writeSpread = ({ median, low, high }: Spread): string =>
  low === high ? number(median) : `${number(median)} (${number(low)}–${number(high)})`;

function writeVerdict(verdict: Verdict | undefined): string {
  if (!verdict) return '';
  if (!verdict.holds) return 'FAILS';
  return verdict.goalReached ? 'holds, goal reached' : 'holds';
}

/** The rows as a Markdown table, which reads well in a terminal and can be pasted into the notes. */
export function writeTable(rows: readonly Row[]): string {
  const withUnit = (value: number, unit: Unit) => `${number(value)} ${unit}`.trim();
  const cells = rows.map(({ part, what, unit, figure, comparison, verdict }) => [
    part,
    what,
    withUnit(figure, unit),
    comparison?.against ?? '',
    comparison ? withUnit(comparison.figure, unit) : '',
    comparison ? writeSpread(comparison.ratio) : '',
    verdict?.budget ?? '',
    writeVerdict(verdict),
  ]);
  const head = ['Part', 'What', 'Figure', 'Against', 'Its figure', 'Ratio (quartiles)', 'Budget', 'Verdict'];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** The rows whose budget does not hold. */
export const failedRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ verdict }) => verdict?.holds === false);
