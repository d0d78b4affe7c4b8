import { useMemo, useState } from 'preact/hooks';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { formatMessage } from '../../shared/i18n/format-message.js';
import { statsMessages } from '../../shared/i18n/stats-messages.js';
import { ReportNote } from '../../shared/report/ReportNote.js';
import { downloadFile } from '../../shared/ui/download-file.js';
import { Notice } from '../../shared/ui/Notice.js';
import { DayTable } from './components/DayTable.js';
import { GroupTable } from './components/GroupTable.js';
import { StatNumbers } from './components/StatNumbers.js';
import { StatsChart } from './components/StatsChart.js';
import { StatsHeader } from './components/StatsHeader.js';
import { createStatFormats, type StatFormats } from './format-stats.js';
import type { Metric, StatsAttributes, StatsChoices, StatsData, StatsModel } from './stats.types.js';
import { daysToCsv } from './stats-csv.js';

type Props = ViewProps<StatsAttributes, StatsModel>;

export function StatsView({ model, attributes }: Props) {
  const { language, currency } = useWidget();
  const messages = useMessages(statsMessages);
  const { status, data, error, loadedAt } = model.state.value;
  const { layout, metrics } = attributes;
  const formats = useMemo(() => createStatFormats(language, currency), [language, currency]);
  const metric = chosenMetric(model.choices.value, attributes);

  if (status === 'error' && error) {
    const message = error.code === 'permission' ? messages.noStatsPermission : undefined;
    return <Notice error={error} onRetry={model.refresh} message={message} />;
  }
  const stale = error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />;
  if (layout === 'inline') {
    return (
      <>
        {stale}
        <InlineNumbers data={data} metrics={metrics} formats={formats} />
      </>
    );
  }
  const card = (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form. A landmark would need a name of its own.
    <section
      part="card"
      role="group"
      class={`card stats ${status === 'loading' && data ? 'busy' : ''}`}
      aria-labelledby="title"
    >
      <StatsHeader
        model={model}
        attributes={attributes}
        range={data?.range ?? model.expectedRange.value}
        formats={formats}
        metric={metric}
      />
      {stale}
      {status === 'empty' ? (
        <slot name="empty">
          <p part="empty" key={messages.noStats}>
            {messages.noStats}
          </p>
        </slot>
      ) : (
        <Figures model={model} attributes={attributes} data={data} metric={metric} formats={formats} />
      )}
    </section>
  );
  return data ? card : <slot name="loading">{card}</slot>;
}

/** The figure that the chart shows: what the visitor chose, else money, else the first. */
function chosenMetric({ metric: chosen }: StatsChoices, { metrics }: StatsAttributes): Metric {
  if (chosen && metrics.includes(chosen)) return chosen;
  return metrics.includes('payout') ? 'payout' : (metrics[0] ?? 'clicks');
}

interface FiguresProps {
  readonly model: StatsModel;
  readonly attributes: StatsAttributes;
  /** `undefined` = not here yet. */
  readonly data: StatsData | undefined;
  readonly metric: Metric;
  readonly formats: StatFormats;
}

/** Numbers, chart and tables, as the layout has them. */
function Figures({ model, attributes, data, metric, formats }: FiguresProps) {
  const { layout, metrics, timeZone } = attributes;
  const messages = useMessages(statsMessages);
  const zone = timeZone ? formatMessage(messages.networkZone, { zone: timeZone }) : messages.networkZoneUnknown;
  const { groupBy, comparesPrevious } = model.query.value;
  const currencies = data?.currencies ?? [];
  const chosen = model.choices.value.currency;
  const currency = chosen !== undefined && currencies.includes(chosen) ? chosen : (currencies[0] ?? null);
  return (
    <>
      {layout !== 'chart' && (
        <StatNumbers
          data={data}
          metrics={metrics}
          formats={formats}
          hasSparklines={layout === 'numbers'}
          hasChanges={comparesPrevious}
        />
      )}
      {layout !== 'numbers' &&
        (data ? (
          <StatsChart
            data={data}
            metric={metric}
            currency={currency}
            formats={formats}
            onCurrency={(code) => model.choose({ currency: code })}
          />
        ) : (
          <div class="chart skeleton" />
        ))}
      {layout !== 'numbers' && <DaySection data={data} metrics={metrics} formats={formats} />}
      {data?.groups && groupBy && (
        <GroupTable
          data={data}
          groups={data.groups}
          groupBy={groupBy}
          metrics={metrics}
          metric={metric}
          formats={formats}
        />
      )}
      <ReportNote cut={data?.cut} zone={zone} />
    </>
  );
}

type DaySectionProps = Pick<FiguresProps, 'data' | 'formats'> & { readonly metrics: readonly Metric[] };

/** The table of days, when it is wanted, and the same as a file. */
function DaySection({ data, metrics, formats }: DaySectionProps) {
  const messages = useMessages(statsMessages);
  const [isOpen, setIsOpen] = useState(false);
  const label = isOpen ? messages.hideTable : messages.showTable;
  const save = (shown: StatsData) =>
    downloadFile(`stats-${shown.range.from}-${shown.range.to}.csv`, 'text/csv', daysToCsv(shown, metrics));
  return (
    <>
      <div class={`bar ${data ? '' : 'invisible'}`}>
        <button type="button" part="table-toggle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <span key={label}>{label}</span>
        </button>
        <button type="button" part="download" onClick={() => data && save(data)}>
          {messages.download}
        </button>
      </div>
      {isOpen && data && <DayTable data={data} metrics={metrics} formats={formats} />}
    </>
  );
}

type InlineNumbersProps = Pick<FiguresProps, 'data' | 'formats'> & { readonly metrics: readonly Metric[] };

/** One line: for a header or a sentence. */
function InlineNumbers({ data, metrics, formats }: InlineNumbersProps) {
  const messages = useMessages(statsMessages);
  return (
    <dl part="numbers" class="inline" aria-label={messages.statsTitle}>
      {metrics.map((metric) => (
        <div part="number" key={metric}>
          <dt part="number-label" class="muted" key={messages[metric]}>
            {messages[metric]}
          </dt>
          <dd part="number-value">
            {data ? (
              formats.figure(data.totals, metric).map((text) => <strong key={text}>{text}</strong>)
            ) : (
              <span class="skeleton" />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
