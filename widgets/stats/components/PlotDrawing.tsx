import { areaPath, linePath, lonePoints, plotHeight, plotWidth, type Scale } from './chart-paths.js';

/** Beyond so many days a line is easier to read than bars. */
const maxBars = 14;

interface PlotDrawingProps {
  readonly values: readonly (number | null)[];
  readonly previousValues: readonly (number | null)[];
  readonly scale: Scale;
  /** The chosen day; `null` = none. */
  readonly cursor: number | null;
  /** The last day is not over: it is drawn hollow. */
  readonly hasOpenEnd: boolean;
}

/**
 * The drawing alone, stretched to its box. Strokes keep their width; a round dot is a line of no length, because a circle
 * would be stretched, too.
 */
export function PlotDrawing({ values, previousValues, scale, cursor, hasOpenEnd }: PlotDrawingProps) {
  const { x, y, step, ticks } = scale;
  const isBars = values.length <= maxBars;
  const chosen = cursor === null ? null : values[cursor];
  return (
    <svg viewBox={`0 0 ${plotWidth} ${plotHeight}`} preserveAspectRatio="none" aria-hidden="true">
      <g part="grid" class="grid-lines">
        {ticks.map((value) => (
          <path key={value} d={`M0 ${y(value)}H${plotWidth}`} />
        ))}
      </g>
      {cursor !== null && <path class="cursor" d={`M${x(cursor)} 0V${plotHeight}`} />}
      <g part="series">
        {isBars ? (
          values.map((value, index) => (
            <rect
              // Days have no other identity here.
              key={`${index}`}
              class={hasOpenEnd && index === values.length - 1 ? 'column open' : 'column'}
              x={x(index) - step * 0.32}
              width={step * 0.64}
              y={y(Math.max(value ?? 0, 0))}
              height={Math.abs(y(value ?? 0) - y(0))}
            />
          ))
        ) : (
          <Course values={values} scale={scale} hasOpenEnd={hasOpenEnd} />
        )}
      </g>
      {previousValues.length > 0 && (
        <path part="previous-series" class="previous" d={linePath(previousValues, scale)} />
      )}
      {cursor !== null && chosen !== null && chosen !== undefined && (
        <path part="point" class="point" d={`M${x(cursor)} ${y(chosen)}h0`} />
      )}
    </svg>
  );
}

type CourseProps = Pick<PlotDrawingProps, 'values' | 'scale' | 'hasOpenEnd'>;

/** The values as a line. */
export function Course({ values, scale, hasOpenEnd }: CourseProps) {
  const closed = hasOpenEnd ? values.slice(0, -1) : values;
  return (
    <>
      <path class="area" d={areaPath(closed, scale)} />
      <path class="series" d={linePath(closed, scale)} />
      <path class="point" d={lonePoints(closed, scale)} />
      {hasOpenEnd && <OpenEnd values={values} scale={scale} />}
    </>
  );
}

/** From the last whole day to today so far. */
function OpenEnd({ values, scale }: Pick<CourseProps, 'values' | 'scale'>) {
  const last = values.length - 1;
  const [from, to] = [values[last - 1], values[last]];
  if (to === null || to === undefined) return null;
  const end = `${scale.x(last)} ${scale.y(to)}`;
  return (
    <>
      {from !== null && from !== undefined && (
        <path class="series open" d={`M${scale.x(last - 1)} ${scale.y(from)}L${end}`} />
      )}
      <path class="point" d={`M${end}h0`} />
      <path class="point hole" d={`M${end}h0`} />
    </>
  );
}
