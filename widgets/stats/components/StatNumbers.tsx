import { useMessages } from '../../../shared/element/widget-context.js';
import { formatMessage } from '../../../shared/i18n/format-message.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import { isMoney, type StatFormats, toNumber } from '../format-stats.js';
import type { Metric, StatsData } from '../stats.types.js';
import { Sparkline } from './Sparkline.js';

interface StatNumbersProps {
  /** `undefined` = not here yet. */
  readonly data: StatsData | undefined;
  readonly metrics: readonly Metric[];
  readonly formats: StatFormats;
  readonly hasSparklines: boolean;
  readonly hasChanges: boolean;
}

/** The quick numbers: what it is, how much, how it changed. */
export function StatNumbers({ data, metrics, formats, hasSparklines, hasChanges }: StatNumbersProps) {
  const messages = useMessages(statsMessages);
  return (
    <dl part="numbers" class="numbers">
      {metrics.map((metric) => (
        <div part="number" class="number" key={metric}>
          <dt part="number-label" class="muted" key={messages[metric]}>
            {messages[metric]}
          </dt>
          <dd part="number-value" class="value">
            {data ? (
              formats.figure(data.totals, metric).map((text) => <span key={text}>{text}</span>)
            ) : (
              <span class="skeleton" />
            )}
          </dd>
          {hasChanges && (
            <dd part="number-change" class="change">
              {data ? <Change data={data} metric={metric} formats={formats} /> : <span class="skeleton" />}
            </dd>
          )}
          {hasSparklines && (
            <dd class="course">
              {data && (
                <Sparkline
                  values={data.days.map((day) => toNumber(day, metric, data.currencies[0] ?? null))}
                  hasOpenEnd={data.range.to === data.today}
                />
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface ChangeProps {
  readonly data: StatsData;
  readonly metric: Metric;
  readonly formats: StatFormats;
}

/** Up or down against the days before, in words, by an arrow and a colour. Whole days are compared. */
function Change({ data: { comparison, currencies }, metric, formats }: ChangeProps) {
  const messages = useMessages(statsMessages);
  const currency = currencies[0] ?? null;
  // Money in several currencies has no one change.
  if (!comparison || (isMoney(metric) && currencies.length > 1)) return null;
  const now = toNumber(comparison.current, metric, currency);
  const before = toNumber(comparison.previous, metric, currency);
  if (now === null || !before) {
    const text = now === before && before === 0 ? messages.changeNone : messages.noPrevious;
    return (
      <span class="same" key={text}>
        {text}
      </span>
    );
  }
  const percent = (100 * (now - before)) / Math.abs(before);
  const direction = Math.round(percent) === 0 ? 'same' : percent > 0 ? 'up' : 'down';
  const message = { same: messages.changeNone, up: messages.changeUp, down: messages.changeDown }[direction];
  const text = formatMessage(message, { percent: formats.change(percent) });
  return (
    <span class={direction} key={text}>
      {text}
    </span>
  );
}
