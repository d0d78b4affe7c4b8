import { type Pair, type Spread, spreadOf } from './statistics.js';

/** A line of the table: what we need, what the other needs, and how many times as much that is. */
export interface Row {
  readonly group: string;
  readonly what: string;
  readonly unit: 'B' | 'ms' | 'kB' | '/s' | '';
  readonly ours: number;
  readonly against: string;
  readonly other: number;
  readonly ratio: Spread;
  /** What was laid down for the ratio or for our own figure; absent where nothing was. */
  readonly budget?: string | undefined;
  readonly holds?: boolean | undefined;
}

interface RowOptions {
  readonly group: string;
  readonly what: string;
  readonly unit: Row['unit'];
  readonly against: string;
  readonly atMost?: number | undefined;
  readonly atLeast?: number | undefined;
  /** The most that our own figure may be, whatever the other's is. */
  readonly oursAtMost?: number | undefined;
}

/** A row of figures that were measured in turns. The ratio is the median of the rounds' ratios, not that of the medians. */
export function toRow({ atMost, atLeast, oursAtMost, ...row }: RowOptions, pairs: readonly Pair<number>[]): Row {
  // Nothing to nothing is the same.
  const ratio = spreadOf(pairs.map(({ ours, other }) => (ours === other ? 1 : ours / other)));
  const median = spreadOf(pairs.map(({ ours }) => ours)).median;
  const round = (value: number) => Math.round(value * 100) / 100;
  const judge = (): Pick<Row, 'budget' | 'holds'> => {
    if (atMost !== undefined) return { budget: `ratio ≤ ${atMost}`, holds: round(ratio.median) <= atMost };
    if (atLeast !== undefined) return { budget: `ratio ≥ ${atLeast}`, holds: round(ratio.median) >= atLeast };
    if (oursAtMost !== undefined) return { budget: `ours ≤ ${oursAtMost}`, holds: median <= oursAtMost };
    return {};
  };
  const other = spreadOf(pairs.map((pair) => pair.other)).median;
  return { ...row, ours: median, other, ratio, ...judge() };
}

/** A row of figures that are the same each time. */
export const toFixedRow = (options: RowOptions, ours: number, other: number): Row => toRow(options, [{ ours, other }]);

const write = (value: number): string =>
  value.toLocaleString('en', {
    maximumFractionDigits: value && value < 0.01 ? 6 : value < 10 ? 2 : value < 100 ? 1 : 0,
  });

function writeRatio({ median, low, high }: Spread): string {
  if (!Number.isFinite(median)) return '–';
  return low === high ? write(median) : `${write(median)} (${write(low)}–${write(high)})`;
}

const verdict = (holds: boolean | undefined): string => (holds === undefined ? '' : holds ? 'yes' : 'NO');

/** The table as Markdown, which reads well in a terminal and can be pasted into the notes. */
export function writeTable(rows: readonly Row[]): string {
  const cells = rows.map(({ group, what, unit, ours, against, other, ratio, budget, holds }) => [
    group,
    what,
    `${write(ours)} ${unit}`.trim(),
    against,
    `${write(other)} ${unit}`.trim(),
    writeRatio(ratio),
    budget ?? '',
    verdict(holds),
  ]);
  const head = ['', 'What', 'Ours', 'Against', 'Theirs', 'Ratio', 'Budget', 'Holds'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0), 3),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}
