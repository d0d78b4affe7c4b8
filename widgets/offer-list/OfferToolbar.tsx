import { offerSorts } from '../../shared/api/offers.js';
import { payoutAbbreviations, payoutTypes } from '../../shared/api/types.js';
import { formatName } from '../../shared/ui/format.js';
import { showIcon } from '../../shared/ui/Icon.js';
import { showSelect } from '../../shared/ui/Select.js';
import type { Look } from './look.js';
import type { Choice } from './question.js';

type Pairs = readonly (readonly [value: string, words: string])[];

/** The controls that the author asked for. */
export function showToolbar(look: Look) {
  const { model, t, filters, sortable, search, sort } = look;
  const { choose, clear, narrowed } = model;
  const choice = model.choice.value;
  if (!search && !sortable && !filters[0]) return null;
  return (
    <search part="toolbar" class="toolbar" aria-label={t.search}>
      {search && (
        <div part="search" class="control search">
          {showIcon('search')}
          <input
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            value={choice.search}
            onInput={({ currentTarget }) => choose({ search: currentTarget.value })}
            // The Enter key: now, and not a moment later.
            onChange={() => choose({})}
          />
        </div>
      )}
      {filters.map((name) => showFilter(name, look))}
      {sortable &&
        showSelect(
          'sort',
          t.sort,
          choice.sort || (sort ?? ''),
          [...(sort ? [] : ([['', t.sort]] as const)), ...offerSorts.map((each) => [each, t[`sort:${each}`]] as const)],
          (value) => choose({ sort: value as Choice['sort'] }),
        )}
      {(search || filters[0]) && (
        <button type="button" class={narrowed() ? '' : 'ghost'} onClick={clear}>
          {t.clear}
        </button>
      )}
    </search>
  );
}

/** One restriction to choose; what the author fixed limits what there is to choose from. */
function showFilter(name: Look['filters'][number], look: Look) {
  const { model, t, language } = look;
  const key = name === 'payout-type' ? 'payoutType' : name;
  const label = key === 'payoutType' ? t.payout : t[key];
  const fixed: readonly string[] = look[key];
  const options: Pairs =
    name === 'payout-type'
      ? payoutTypes.map((type) => [type, `${t[type]} · ${payoutAbbreviations[type]}`])
      : model.options.value[name]
          .map((option) => [`${option.code ?? option.id}`, formatName(option, language)] as const)
          .sort(([, one], [, other]) => one.localeCompare(other, language));
  return showSelect(
    'filter',
    label,
    model.choice.value[key],
    [['', label], ...options.filter(([value]) => !fixed[0] || fixed.includes(value))],
    (value) => model.choose({ [key]: value }),
  );
}
