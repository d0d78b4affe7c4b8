import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import { Select } from '../../../shared/ui/Select.js';
import { type StatFormats, toNumber } from '../format-stats.js';
import type { Metric, StatDay, StatsData } from '../stats.types.js';
import { createScale } from './chart-paths.js';
import { PlotDrawing } from './PlotDrawing.js';
import { usePlotCursor } from './use-plot-cursor.js';

interface StatsChartProps {
  readonly data: StatsData;
  readonly metric: Metric;
  /** The one currency that is drawn. */
  readonly currency: string | null;
  readonly formats: StatFormats;
  readonly onCurrency: (currency: string | null) => void;
}

/** One figure by day, with the days before. A reader who sees nothing has the summary, the arrow keys and the table. */
export function StatsChart({ data, metric, currency, formats, onCurrency }: StatsChartProps) {
  const { announce } = useWidget();
  const messages = useMessages(statsMessages);
  const { days, previous, today, currencies } = data;
  const values = days.map((day) => toNumber(day, metric, currency));
  const previousValues = previous?.days.map((day) => toNumber(day, metric, currency)) ?? [];
  const scale = createScale(days.length, [...values, ...previousValues]);
  const describeDay = (day: StatDay) => {
    const value = formats.value(toNumber(day, metric, currency), metric, currency);
    const text = `${formats.longDay(day.date)}: ${messages[metric]} ${value}`;
    return day.date === today ? `${text} (${messages.incompleteDay})` : text;
  };
  const cursor = usePlotCursor(days.length, (index) => {
    const day = days[index];
    if (day) announce(describeDay(day));
  });
  const summary = useSummary(data, metric, currency, formats);
  return (
    <figure part="chart" class="chart">
      <figcaption class="visually-hidden" key={summary}>
        {summary}
      </figcaption>
      <div class="legend spread">
        <Legend data={data} metric={metric} currency={currency} formats={formats} index={cursor.index} />
        {/* There is no payout per click in several. */}
        {metric === 'payout' && currencies.length > 1 && (
          <Select
            part="control"
            label={messages.currency}
            value={currency ?? ''}
            options={currencies.map((code) => ({ value: code ?? '', label: code ?? messages.none }))}
            onSelect={(code) => onCurrency(code || null)}
          />
        )}
      </div>
      <div class="plot-area">
        <div part="axis" class="axis-y muted" aria-hidden="true">
          {[...scale.ticks].reverse().map((value) => (
            <span key={value}>{formats.axis(value, metric, currency)}</span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of days, no fieldset of a form */}
        <div
          part="plot"
          class="plot"
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from day to day
          tabIndex={0}
          aria-label={`${messages[metric]}. ${messages.chartHelp}`}
          {...cursor.handlers}
        >
          <PlotDrawing
            values={values}
            previousValues={previousValues}
            scale={scale}
            cursor={cursor.index}
            hasOpenEnd={data.range.to === today}
          />
        </div>
        <DayLabels data={data} formats={formats} />
      </div>
    </figure>
  );
}

/** What the chart shows, in one sentence. The day of today is no candidate for the highest: it is not over. */
function useSummary(data: StatsData, metric: Metric, currency: string | null, formats: StatFormats): string {
  const messages = useMessages(statsMessages);
  const { days, totals, today, range } = data;
  const total = formats.value(toNumber(totals, metric, currency), metric, currency);
  const values = { metric: messages[metric], range: formats.range(range), total };
  const highest = days
    .filter(({ date }) => date < today)
    .map((day) => ({ day, value: toNumber(day, metric, currency) ?? 0 }))
    .reduce<{ day: StatDay; value: number } | undefined>(
      (best, each) => (each.value > (best?.value ?? 0) ? each : best),
      undefined,
    );
  if (!highest) return formatMessage(messages.chartSummaryShort, values);
  return formatMessage(messages.chartSummary, {
    ...values,
    day: formats.longDay(highest.day.date),
    value: formats.value(highest.value, metric, currency),
  });
}

interface LegendProps {
  readonly data: StatsData;
  readonly metric: Metric;
  readonly currency: string | null;
  readonly formats: StatFormats;
  readonly index: number | null;
}

/**
 * Which line is which, with the values of the chosen day, or of all days. Keyboard and pointer share it. The days before
 * are as many as have passed whole, as for the change beside the numbers.
 */
function Legend({ data, metric, currency, formats, index }: LegendProps) {
  const messages = useMessages(statsMessages);
  const { days, totals, previous, comparison, range, previousRange, today } = data;
  const day = index === null ? undefined : days[index];
  const before = index === null ? undefined : previous?.days[index];
  const text = (values: StatsData['totals']) => formats.value(toNumber(values, metric, currency), metric, currency);
  const dayName = day?.date === today ? messages.incompleteDay : day && formats.shortDay(day.date, data);
  const current = dayName ?? messages[metric];
  const earlier = before ? formats.shortDay(before.date, data) : messages.previousPeriod;
  return (
    <p part="tip" class="tip" aria-hidden="true">
      <LegendEntry kind="current" label={current} value={text(day ?? totals)} title={formats.range(range)} />
      {comparison && previousRange && (
        <LegendEntry
          kind="before"
          label={earlier}
          value={text(before ?? comparison.previous)}
          title={formats.range(previousRange)}
        />
      )}
    </p>
  );
}

interface LegendEntryProps {
  readonly kind: 'current' | 'before';
  readonly label: string;
  readonly value: string;
  readonly title: string;
}

const LegendEntry = ({ kind, label, value, title }: LegendEntryProps) => (
  <span class={`entry ${kind}`} title={title}>
    <span class="muted" key={label}>
      {label}
    </span>
    <strong key={value}>{value}</strong>
  </span>
);

/** Up to seven days have a label each; of more, the first, the middle and the last. */
function DayLabels({ data, formats }: Pick<LegendProps, 'data' | 'formats'>) {
  const { days } = data;
  const isFew = days.length <= 7;
  const shown = isFew ? days : [days[0], days[Math.floor((days.length - 1) / 2)], days.at(-1)];
  return (
    <div part="axis" class={`axis-x muted ${isFew ? 'few' : ''}`} aria-hidden="true">
      {shown.map((day) => day && <span key={day.date}>{formats.shortDay(day.date, data)}</span>)}
    </div>
  );
}
