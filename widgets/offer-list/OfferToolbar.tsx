import type { Signals } from '../../shared/element/widget.js';
import { formatCountry } from '../../shared/ui/format.js';
import { Icon } from '../../shared/ui/Icon.js';
import { Select } from '../../shared/ui/Select.js';
import type { Look } from './look.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';
import type { Choice } from './question.js';
import { toPayoutKinds } from './wording.js';

interface OfferToolbarProps {
  readonly model: OfferListModel;
  readonly attributes: Signals<OfferListAttributes>;
  readonly look: Look;
}

/** The controls that the author asked for. */
export function OfferToolbar({ model, attributes, look }: OfferToolbarProps) {
  const { t } = look;
  const filters = attributes.filters.value;
  const sortable = attributes.sortable.value;
  const search = attributes.search.value;
  const choice = model.choice.value;
  if (!search && !sortable && !filters.length) return null;
  return (
    <search part="toolbar" class="toolbar" aria-label={t.search}>
      {search && (
        <label part="search" class="control search">
          <span class="hidden">{t.search}</span>
          <Icon name="search" />
          <input
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            maxLength={100}
            placeholder={t.search}
            value={choice.search}
            onInput={({ currentTarget }) => model.choose({ search: currentTarget.value })}
            // The Enter key: now, and not a moment later.
            onChange={() => model.choose({})}
          />
        </label>
      )}
      {filters.map((name) => (
        <Filter key={name} name={name} model={model} attributes={attributes} look={look} />
      ))}
      {sortable && (
        <Select
          part="sort"
          label={t.sort}
          value={choice.sort || (attributes.sort.value ?? '')}
          options={[
            ...(attributes.sort.value ? [] : [['', t.sortDefault] as const]),
            ['name', t.sortName],
            ['-name', t.sortNameDown],
            ['-payout', t.sortPayoutDown],
            ['payout', t.sortPayout],
            ['newest', t.sortNewest],
          ]}
          onChoose={(value) => model.choose({ sort: value as Choice['sort'] })}
        />
      )}
      {(search || filters.length > 0) && (
        <button type="button" class={model.narrowed.value ? '' : 'ghost'} onClick={model.clear}>
          {t.clear}
        </button>
      )}
    </search>
  );
}

interface FilterProps extends OfferToolbarProps {
  readonly name: 'category' | 'country' | 'payout-type';
}

/** One restriction to choose; what the author fixed limits what there is to choose from. */
function Filter({ name, model, attributes, look }: FilterProps) {
  const { t, language } = look;
  const key = name === 'payout-type' ? 'payoutType' : name;
  const fixed: readonly string[] = attributes[key].value;
  const { categories, countries } = model.options.value;
  const options: (readonly [string, string])[] = {
    category: () => categories.map(({ id, name: words }) => [id, words] as const),
    country: () => countries.map((country) => [country.code, formatCountry(country, language)] as const),
    payoutType: () => Object.entries(toPayoutKinds(t)).map(([type, words]) => [type, words.join(' · ')] as const),
  }[key]();
  if (key === 'country') options.sort(([, one], [, other]) => one.localeCompare(other, language));
  const all = { category: t.allCategories, country: t.allCountries, payoutType: t.allPayouts }[key];
  return (
    <Select
      part="filter"
      label={t[key === 'payoutType' ? 'payout' : key]}
      value={model.choice.value[key]}
      options={[['', all], ...options.filter(([value]) => !fixed.length || fixed.includes(value))]}
      onChoose={(value) => model.choose({ [key]: value })}
    />
  );
}
