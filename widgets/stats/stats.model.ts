import { computed, signal, untracked } from '@preact/signals';
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

/** What an attribute says, or what the visitor chose instead. */
export function createStatsModel(
  { attributes, client }: Pick<ModelContext<StatsAttributes>, 'attributes' | 'client'>,
  now: () => number = Date.now,
): StatsModel {
  const choices = signal<StatsChoices>({});
  const loader = createStatsLoader(now);

  const toQuery = (): StatsQuery => {
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
  };
  const queryKey = computed(() => JSON.stringify(toQuery()));
  /** A new object only when something in it is different: what changes the looks alone loads nothing. */
  const query = computed(() => {
    queryKey.value;
    return untracked(toQuery);
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
