import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { OfferRelation } from '../../shared/api/offers.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';
import { createLinks, type Links } from './links.js';
import type { OfferListAttributes } from './offer-list.js';
import { createOfferLoader } from './offer-loader.js';
import { type Choice, listKey, noChoice, type OfferList, type Question } from './question.js';

/** The offers that are shown, and what a visitor can do with the list. */
export interface OfferListModel extends Resource<OfferList> {
  readonly choice: ReadonlySignal<Choice>;
  /** The visitor has narrowed the list down. */
  readonly narrowed: ReadonlySignal<boolean>;
  choose(change: Partial<Choice>): void;
  /** Undoes all choices but the order. */
  clear(): void;
  goTo(page: number): void;
  readonly links: Links;
}

export function createOfferListModel(
  { attributes, send }: ModelContext<OfferListAttributes>,
  now?: () => number,
): OfferListModel {
  const choice = signal(noChoice);
  // The page stands beside the list it belongs to: when that changes, it is page 1 again.
  const turned = signal({ list: '', page: 1 });
  const loader = createOfferLoader(now);

  const list = computed(() => withoutPage(attributes, choice.value));
  const key = computed(() => listKey(list.value) + list.value.accumulate);
  const question = computed(() => {
    const page = turned.value.list === key.value ? turned.value.page : 1;
    return { ...list.peek(), page };
  });

  const resource = createResource<Question, OfferList>({
    send,
    ask: () => question.value,
    load: loader.load,
    isEmpty: ({ offers }) => offers.length === 0,
  });

  const refresh = (): Promise<void> => {
    loader.forget();
    return resource.refresh();
  };

  return {
    ...resource,
    choice,
    narrowed: computed(() => {
      const { search, category, country, payoutType } = choice.value;
      return Boolean(search || category || country || payoutType);
    }),
    links: createLinks(send),
    choose(change) {
      choice.value = { ...choice.peek(), ...change };
    },
    clear() {
      choice.value = { ...noChoice, sort: choice.peek().sort };
    },
    goTo(page) {
      // The page was asked for already and did not come.
      if (page === question.peek().page) void resource.refresh();
      turned.value = { list: key.peek(), page };
    },
    refresh,
  };
}

function withoutPage(attributes: ModelContext<OfferListAttributes>['attributes'], choice: Choice): Question {
  const fields = attributes.fields.value;
  const filters = attributes.filters.value;
  const categories = attributes.category.value;
  const countries = attributes.country.value.map(toIsoCode);
  const relations: OfferRelation[] = [];
  if (fields.includes('thumbnail')) relations.push('Thumbnail');
  if (fields.includes('category') || filters.includes('category') || categories.length) relations.push('OfferCategory');
  if (fields.includes('country') || filters.includes('country') || countries.length) relations.push('Country');
  if (attributes.link.value === 'tracking') relations.push('TrackingLink');
  return {
    source: attributes.source.value,
    ids: attributes.ids.value,
    categories,
    countries,
    payoutTypes: attributes.payoutType.value,
    relations,
    choice: { ...choice, sort: choice.sort || attributes.sort.value || '' },
    page: 1,
    pageSize: attributes.pageSize.value,
    accumulate: attributes.pagination.value === 'more',
  };
}

/** As the decoders write it: networks have `UK` where ISO says `GB`. */
const toIsoCode = (code: string): string => code.toUpperCase().replace(/^UK$/, 'GB');
