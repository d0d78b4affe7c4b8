import { computed } from '@preact/signals';
import type { ModelContext } from '../../shared/element/widget.js';
import { createRequestedPage } from '../../shared/requested-page.js';
import { createResource, type ResourceState } from '../../shared/resource.js';
import { createPaymentsLoader, type LoadedPayments } from './load-payments.js';
import {
  defaultParts,
  type PaymentsAttributes,
  type PaymentsData,
  type PaymentsModel,
  type PaymentsQuery,
} from './payments.types.js';

export function createPaymentsModel(
  { attributes, client }: Pick<ModelContext<PaymentsAttributes>, 'attributes' | 'client'>,
  now: () => number = Date.now,
): PaymentsModel {
  const loader = createPaymentsLoader(now);

  const listKey = () => JSON.stringify([attributes.value.pageSize, attributes.value.pagination]);
  const pages = { invoices: createRequestedPage(client, listKey), receipts: createRequestedPage(client, listKey) };
  const query = computed((): PaymentsQuery => {
    const { show, layout, pageSize, pagination } = attributes.value;
    const wanted = show.length > 0 ? show : defaultParts;
    return {
      shown: layout === 'inline' ? ['balance'] : wanted,
      pageSize,
      showsAllPages: pagination === 'more',
      pages: { invoices: pages.invoices.page.value, receipts: pages.receipts.page.value },
    };
  });

  const resource = createResource<PaymentsQuery, LoadedPayments>({
    client,
    query: () => query.value,
    load: loader.load,
    isEmpty,
    now,
  });

  return {
    ...resource,
    state: computed(() => toState(resource.state.value)),
    query,
    parts: loader.parts,
    goToPage: (list, page) => pages[list].goTo(page, resource.refresh),
    retry: () => void resource.refresh(),
    refresh() {
      loader.clear();
      return resource.refresh();
    },
  };
}

/** There is no invoice and no receipt, and no money either. */
function isEmpty({ data: { balance, totals, invoices, receipts }, error }: LoadedPayments): boolean {
  const lists = [invoices, receipts].filter((list) => list !== null);
  const amounts = [balance, totals?.allTime].filter((amount) => amount?.value);
  return !error && lists.length > 0 && lists.every(({ rows }) => rows.length === 0) && amounts.length === 0;
}

/** A part that has failed is an error beside the others, with the time of its data if it has any. */
function toState({ data, ...state }: ResourceState<LoadedPayments>): ResourceState<PaymentsData> {
  if (!data) return state;
  const error = state.error ?? (state.status === 'loading' ? undefined : data.error);
  return { ...state, data: data.data, error, loadedAt: data.error ? data.staleSince : state.loadedAt };
}
