import { areaPath, createScale, linePath, plotHeight, plotWidth } from './chart-paths.js';

/** The course of a number, without scale or words: says nothing to screen readers. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const scale = createScale(values.length, values);
  return (
    <svg
      part="sparkline"
      class="sparkline"
      viewBox={`0 0 ${plotWidth} ${plotHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="area" d={areaPath(values, scale)} />
      <path class="series" d={linePath(values, scale)} />
    </svg>
  );
}
