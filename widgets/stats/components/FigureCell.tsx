import type { StatFormats } from '../format-stats.js';
import type { Metric, StatValues } from '../stats.types.js';

interface FigureCellProps {
  readonly values: StatValues;
  readonly metric: Metric;
  readonly formats: StatFormats;
}

/** One figure of a row; amounts of several currencies stand below each other. */
export const FigureCell = ({ values, metric, formats }: FigureCellProps) => (
  <td class="figure">
    {formats.figure(values, metric).map((text) => (
      <span key={text}>{text}</span>
    ))}
  </td>
);
