import { type OfferSort, offerSorts } from '../../../shared/api/offers.js';
import { type PayoutType, payoutAbbreviations, payoutTypes } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { Icon } from '../../../shared/ui/Icon.js';
import { Select, type SelectOption } from '../../../shared/ui/Select.js';
import type { FilterControl, Filters, OfferListAttributes, OfferListModel } from '../offer-list.types.js';
import { toCountryCode } from '../offer-query.js';

interface OfferToolbarProps {
  readonly model: OfferListModel;
  readonly attributes: OfferListAttributes;
}

/** Search, filters and order: the controls that the attributes turn on. */
export function OfferToolbar({ model, attributes }: OfferToolbarProps) {
  const { messages } = useWidget();
  const { filters: controls, search, sortable, sort } = attributes;
  const filters = model.filters.value;
  if (!search && !sortable && !controls.length) return null;
  return (
    <search part="toolbar" class="toolbar" aria-label={messages.search}>
      {search && (
        <SearchField
          value={filters.search}
          onInput={(value) => model.setFilters({ search: value })}
          onSubmit={model.applyFilters}
        />
      )}
      {controls.map((control) => (
        <FilterSelect key={control} control={control} model={model} attributes={attributes} />
      ))}
      {sortable && (
        <SortSelect
          value={filters.sort || sort || ''}
          isOptional={!sort}
          onSelect={(value) => model.setFilters({ sort: value })}
        />
      )}
      {(search || controls.length > 0) && (
        <button type="button" class={model.hasActiveFilters.value ? '' : 'invisible'} onClick={model.clearFilters}>
          {messages.clear}
        </button>
      )}
    </search>
  );
}

interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onSubmit: () => void;
}

function SearchField({ value, onInput, onSubmit }: SearchFieldProps) {
  const { messages } = useWidget();
  return (
    <div part="search" class="control search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={messages.search}
        placeholder={messages.search}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        // The Enter key.
        onChange={onSubmit}
      />
    </div>
  );
}

interface FilterSelectProps extends OfferToolbarProps {
  readonly control: FilterControl;
}

/** The values that can be chosen for one control, in the order they are shown in. */
function useFilterOptions({ control, model }: FilterSelectProps): readonly SelectOption[] {
  const { messages, formatters } = useWidget();
  if (control === 'payout-type') {
    return payoutTypes.map((type) => ({ value: type, label: `${messages[type]} \u00b7 ${payoutAbbreviations[type]}` }));
  }
  const options = model.filterOptions.value[control].map((option) => ({
    value: option.value,
    label: formatters.name(option),
  }));
  return options.sort((one, other) => formatters.compare(one.label, other.label));
}

/** The filter that a control sets. */
const filterNames: Readonly<Record<FilterControl, 'category' | 'country' | 'payoutType'>> = {
  category: 'category',
  country: 'country',
  'payout-type': 'payoutType',
};

/** One choice that restricts the list. What the integrator fixed limits what there is to choose from. */
function FilterSelect(props: FilterSelectProps) {
  const { control, model, attributes } = props;
  const { messages } = useWidget();
  const options = useFilterOptions(props);
  const filter = filterNames[control];
  const label = control === 'payout-type' ? messages.payout : messages[control];
  const fixed: readonly string[] = control === 'country' ? attributes.country.map(toCountryCode) : attributes[filter];
  const allowed = fixed.length ? options.filter(({ value }) => fixed.includes(value)) : options;
  return (
    <Select
      part="filter"
      label={label}
      value={model.filters.value[filter]}
      options={[{ value: '', label }, ...allowed]}
      onSelect={(value) =>
        model.setFilters(filter === 'payoutType' ? { payoutType: value as PayoutType | '' } : { [filter]: value })
      }
    />
  );
}

interface SortSelectProps {
  readonly value: Filters['sort'];
  /** No order is an order, too: the network's own. */
  readonly isOptional: boolean;
  readonly onSelect: (value: Filters['sort']) => void;
}

function SortSelect({ value, isOptional, onSelect }: SortSelectProps) {
  const { messages } = useWidget();
  const sorts = offerSorts.map((sort) => ({ value: sort as string, label: messages[`sort:${sort}`] }));
  return (
    <Select
      part="sort"
      label={messages.sort}
      value={value}
      options={isOptional ? [{ value: '', label: messages.sort }, ...sorts] : sorts}
      onSelect={(selected) => onSelect(selected as OfferSort | '')}
    />
  );
}
