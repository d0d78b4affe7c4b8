import { createScale, plotHeight, plotWidth } from './chart-paths.js';
import { Course } from './PlotDrawing.js';

interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** The last day is not over. */
  readonly hasOpenEnd: boolean;
}

/** The course of a number, without scale or words: says nothing to screen readers. */
export function Sparkline({ values, hasOpenEnd }: SparklineProps) {
  const scale = createScale(values.length, values);
  return (
    <svg
      part="sparkline"
      class="sparkline"
      viewBox={`0 0 ${plotWidth} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <Course values={values} scale={scale} hasOpenEnd={hasOpenEnd} />
    </svg>
  );
}
