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

/** Round numbers from 0 to above the highest value. */
export function createScale(count: number, values: readonly (number | null)[]): Scale {
  const highest = Math.max(0, ...values.map((value) => value ?? 0)) || 1;
  const [, top = highest] = nice(0, highest, 3);
  const step = plotWidth / Math.max(count, 1);
  return {
    step,
    x: (index) => (index + 0.5) * step,
    y: (value) => plotHeight * (1 - value / top),
    ticks: ticks(0, top, 3),
  };
}

type Values = readonly (number | null)[];

/** Straight from day to day: a curve would invent data. A day without a value leaves a gap. */
export const linePath = (values: Values, { x, y }: Scale): string =>
  line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))([...values]) ?? '';

/** What is below the line. */
export const areaPath = (values: Values, { x, y }: Scale): string =>
  area<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y0(plotHeight)
    .y1((value) => y(value ?? 0))([...values]) ?? '';
