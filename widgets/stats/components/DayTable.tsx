import { useMessages } from '../../../shared/element/widget-context.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import type { StatFormats } from '../format-stats.js';
import type { Metric, StatsData } from '../stats.types.js';
import { FigureCell } from './FigureCell.js';

interface DayTableProps {
  readonly data: StatsData;
  readonly metrics: readonly Metric[];
  readonly formats: StatFormats;
}

/** What the chart shows, as a table: a row for each day. */
export function DayTable({ data, metrics, formats }: DayTableProps) {
  const messages = useMessages(statsMessages);
  const caption = `${messages.statsTitle}, ${formats.range(data.range)}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls it
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form, and no landmark of a page
    <section class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table part="table" class="table days">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{messages.date}</th>
            {metrics.map((metric) => (
              <th scope="col" class="figure" key={metric}>
                {messages[metric]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.days.map((day) => (
            <tr key={day.date}>
              <th scope="row">
                <time dateTime={day.date}>{formats.shortDay(day.date, data)}</time>
                {day.date === data.today && <span class="muted"> {messages.incompleteDay}</span>}
              </th>
              {metrics.map((metric) => (
                <FigureCell key={metric} values={day} metric={metric} formats={formats} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
