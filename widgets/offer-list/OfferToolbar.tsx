import { offerSorts } from '../../shared/api/offers.js';
import { payoutAbbreviations, payoutTypes } from '../../shared/api/types.js';
import { formatName } from '../../shared/ui/format.js';
import { showIcon } from '../../shared/ui/Icon.js';
import { showSelect } from '../../shared/ui/Select.js';
import type { Look } from './look.js';
import type { Options } from './offer-list.model.js';
import type { Choice } from './question.js';

type Pairs = readonly (readonly [value: string, words: string])[];

/** The controls that the author asked for. */
export function showToolbar(look: Look) {
  const { model, t, language, filters, sortable, search, sort } = look;
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
      {filters.map((name) => {
        // What the author fixed limits what there is to choose from.
        const [key, label, options]: readonly [keyof Options | 'payoutType', string, Pairs] =
          name === 'payout-type'
            ? ['payoutType', t.payout, payoutTypes.map((type) => [type, `${t[type]} · ${payoutAbbreviations[type]}`])]
            : [
                name,
                t[name],
                model.options.value[name]
                  .map((option) => [`${option.code ?? option.id}`, formatName(option, language)] as const)
                  .sort(([, one], [, other]) => one.localeCompare(other, language)),
              ];
        const fixed: readonly string[] = look[key];
        return showSelect(
          'filter',
          label,
          choice[key],
          [['', label], ...options.filter(([value]) => !fixed[0] || fixed.includes(value))],
          (value) => choose({ [key]: value }),
        );
      })}
      {sortable &&
        showSelect(
          'sort',
          t.sort,
          choice.sort || sort || '',
          [['', t.sort] as const, ...offerSorts.map((each) => [each, t[`sort:${each}`]] as const)].slice(sort ? 1 : 0),
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
