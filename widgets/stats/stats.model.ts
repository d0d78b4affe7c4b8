import { computed, signal } from '@preact/signals';
import { dayIn } from '../../shared/calendar.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { toRange } from '../../shared/report/period.js';
import { createResource } from '../../shared/resource.js';
import { createStatsLoader } from './load-stats.js';
import {
  maxDays,
  type StatsAttributes,
  type StatsChoices,
  type StatsData,
  type StatsModel,
  type StatsQuery,
} from './stats.types.js';

/** Loads the figures that the attributes ask for, or what the visitor chose instead. */
export function createStatsModel(
  { attributes, client }: Pick<ModelContext<StatsAttributes>, 'attributes' | 'client'>,
  now: () => number = Date.now,
): StatsModel {
  const choices = signal<StatsChoices>({});
  const loader = createStatsLoader(now);

  const query = computed((): StatsQuery => {
    const { period, from, to, compare, groupBy, rows, offerIds, timeZone } = attributes.value;
    const chosen = choices.value;
    return {
      period: chosen.period ?? period,
      // A period that the visitor chose wins over fixed days.
      from: chosen.period ? null : from,
      to: chosen.period ? null : to,
      comparesPrevious: (chosen.compare ?? compare) === 'previous',
      groupBy: chosen.groupBy === undefined ? groupBy : chosen.groupBy,
      rows,
      offerIds,
      timeZone,
    };
  });

  const resource = createResource<StatsQuery, StatsData>({
    client,
    query: () => query.value,
    load: loader.load,
    isEmpty: ({ totals }) => totals.impressions === 0 && totals.clicks === 0 && totals.conversions === 0,
  });

  return {
    ...resource,
    choices,
    query,
    expectedRange: computed(() => toRange(query.value, dayIn(query.value.timeZone, now()), maxDays)),
    choose(change) {
      choices.value = { ...choices.peek(), ...change };
    },
    refresh() {
      loader.clear();
      return resource.refresh();
    },
  };
}
