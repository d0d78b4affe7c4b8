import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { OfferRelation } from '../../shared/api/offers.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';
import { createLinks, type Links } from './links.js';
import type { OfferListAttributes } from './offer-list.js';
import { createOfferLoader } from './offer-loader.js';
import { createOptions, type Options } from './options.js';
import { type Choice, isNarrowed, listKey, noChoice, type OfferList, type Question } from './question.js';

/** Milliseconds after the last key before the network is asked. */
const pause = 250;

/** The offers that are shown, and what a visitor can do with the list. */
export interface OfferListModel extends Resource<OfferList> {
  /** What the controls show; a search is asked for a moment later. */
  readonly choice: ReadonlySignal<Choice>;
  readonly options: ReadonlySignal<Options>;
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
  const asked = signal(noChoice);
  // The page stands beside the list it belongs to: when that changes, it is page 1 again.
  const turned = signal({ list: '', page: 1 });
  const loader = createOfferLoader(now);

  const list = computed(() => withoutPage(attributes, asked.value));
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

  const { options, fill } = createOptions();
  let typing: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | undefined;

  const refresh = (): Promise<void> => {
    loader.forget();
    return resource.refresh();
  };

  const choose = (change: Partial<Choice>): void => {
    const chosen = { ...choice.peek(), ...change };
    const apply = () => {
      asked.value = chosen;
    };
    clearTimeout(typing);
    batch(() => {
      choice.value = chosen;
      if (change.search && !loader.whole(list.peek().set)) typing = setTimeout(apply, pause);
      else apply();
    });
  };

  return {
    ...resource,
    choice,
    options,
    narrowed: computed(() => isNarrowed(choice.value)),
    links: createLinks(send),
    choose,
    clear: () => choose({ ...noChoice, sort: choice.peek().sort }),
    goTo(page) {
      // The page was asked for already and did not come.
      if (page === question.peek().page) void resource.refresh();
      turned.value = { list: key.peek(), page };
    },
    refresh,
    start() {
      resource.start();
      unwatch ??= effect(() => {
        const filters = attributes.filters.value;
        // After the offers: they matter more, and may bring along what there is to choose from.
        if (resource.state.value.data) fill(filters, loader.whole(list.value.set), send.value);
      });
    },
    stop() {
      resource.stop();
      unwatch?.();
      unwatch = undefined;
      clearTimeout(typing);
    },
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
    set: {
      source: attributes.source.value,
      ids: attributes.ids.value,
      categories,
      countries,
      payoutTypes: attributes.payoutType.value,
      relations,
    },
    choice: { ...choice, sort: choice.sort || attributes.sort.value || '' },
    page: 1,
    pageSize: attributes.pageSize.value,
    accumulate: attributes.pagination.value === 'more',
  };
}

/** As the decoders write it: networks have `UK` where ISO says `GB`. */
const toIsoCode = (code: string): string => code.toUpperCase().replace(/^UK$/, 'GB');
