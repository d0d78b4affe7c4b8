import { nice, ticks } from 'd3-array';
import { area, line } from 'd3-shape';

/** Units of the drawing; the browser stretches it to the size of its box. */
export const plotWidth = 1000;
export const plotHeight = 300;

export interface Scale {
  /** The middle of the place of a day. */
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Width of a day. */
  readonly step: number;
  /** Values of the horizontal lines, from the lowest. */
  readonly ticks: readonly number[];
}

/** Round numbers around all values and 0. A payout is below 0 where conversions of other days were rejected. */
export function createScale(count: number, values: readonly (number | null)[]): Scale {
  const known = values.map((value) => value ?? 0);
  const lowest = Math.min(0, ...known);
  const highest = Math.max(0, ...known);
  const [bottom, top] = nice(lowest, highest > lowest ? highest : 1, 3);
  const lines = ticks(bottom, top, 3);
  const step = plotWidth / Math.max(count, 1);
  return {
    step,
    x: (index) => (index + 0.5) * step,
    y: (value) => (plotHeight * (top - value)) / (top - bottom),
    // There is no half click.
    ticks: known.every(Number.isInteger) ? lines.filter(Number.isInteger) : lines,
  };
}

type Values = readonly (number | null)[];

/** Straight from day to day: a curve would invent data. A day without a value leaves a gap. */
export const linePath = (values: Values, { x, y }: Scale): string =>
  line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))([...values]) ?? '';

/** Days with a value between days without one, as dots: a line needs two. */
export const lonePoints = (values: Values, { x, y }: Scale): string =>
  values
    .map((value, index) => {
      const isLone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
      return value !== null && isLone ? `M${x(index)} ${y(value)}h0` : '';
    })
    .join('');

/** What is between the line and 0. */
export const areaPath = (values: Values, { x, y }: Scale): string =>
  area<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y0(y(0))
    .y1((value) => y(value ?? 0))([...values]) ?? '';
