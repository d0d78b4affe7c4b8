import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import { showTooltipWhenCut } from '../../../shared/ui/tooltip.js';
import { type StatFormats, toNumber } from '../format-stats.js';
import type { Grouping, Metric, StatGroup, StatsData } from '../stats.types.js';
import { FigureCell } from './FigureCell.js';

interface GroupTableProps {
  readonly data: StatsData;
  readonly groups: readonly StatGroup[];
  readonly groupBy: Grouping;
  readonly metrics: readonly Metric[];
  /** Decides the bars. */
  readonly metric: Metric;
  readonly formats: StatFormats;
}

/** The best offers, sources, countries, sub-ids or months, and all others as one row. */
export function GroupTable({ data, groups, groupBy, metrics, metric, formats }: GroupTableProps) {
  const messages = useMessages(statsMessages);
  const { emit } = useWidget();
  const currency = data.currencies[0] ?? null;
  const amountOf = (group: StatGroup) => toNumber(group, metric, currency) ?? 0;
  const highest = Math.max(0, ...groups.map(amountOf));
  const heading = messages[`group:${groupBy}`];
  const caption = `${heading}, ${formats.range(data.range)}`;
  const labelOf = ({ key, label }: StatGroup) => {
    if (key === null) return messages.others;
    if (groupBy === 'month') return formats.month(label);
    return label || messages.none;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls it
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form, and no landmark of a page
    <section class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table part="groups" class="table groups">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {metrics.map((each) => (
              <th scope="col" class="figure" key={each}>
                {messages[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { key, label, ...values } = group;
            const text = labelOf(group);
            return (
              <tr part="row" key={key ?? 'others'}>
                <th scope="row">
                  <button
                    type="button"
                    class="row"
                    onClick={() => emit('hasoffers-row', { groupBy, key, label: text, values })}
                  >
                    <span key={text} dir="auto" onPointerEnter={showTooltipWhenCut}>
                      {text}
                    </span>
                  </button>
                  <Share part={amountOf(group)} whole={highest} />
                </th>
                {metrics.map((each) => (
                  <FigureCell key={each} values={group} metric={each} formats={formats} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** How a row compares with the highest one. */
const Share = ({ part, whole }: { readonly part: number; readonly whole: number }) => (
  <svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
    <rect class="column" width={whole > 0 ? (100 * Math.max(part, 0)) / whole : 0} height="1" />
  </svg>
);
