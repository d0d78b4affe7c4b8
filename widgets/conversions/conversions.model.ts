import { computed, signal } from '@preact/signals';
import type { ModelContext } from '../../shared/element/widget.js';
import { createRequestedPage } from '../../shared/requested-page.js';
import { createResource } from '../../shared/resource.js';
import type {
  ConversionsAttributes,
  ConversionsChoices,
  ConversionsData,
  ConversionsModel,
  ConversionsRequest,
  KnownOffer,
} from './conversions.types.js';
import { createConversionsLoader, expectRange } from './load-conversions.js';

/** Loads the conversions that the attributes ask for, or what the visitor chose instead. */
export function createConversionsModel(
  { attributes, client }: Pick<ModelContext<ConversionsAttributes>, 'attributes' | 'client'>,
  now: () => number = Date.now,
): ConversionsModel {
  const choices = signal<ConversionsChoices>({});
  const knownOffers = signal<readonly KnownOffer[]>([]);
  const loader = createConversionsLoader(now);

  const toRequest = (page: number): ConversionsRequest => {
    const { period, from, to, timeZone, offerIds, fields, status, pageSize, pagination } = attributes.value;
    const chosen = choices.value;
    return {
      period: chosen.period ?? period,
      // A period that the visitor chose wins over fixed days.
      from: chosen.period ? null : from,
      to: chosen.period ? null : to,
      timeZone,
      offerIds: chosen.offer ? [chosen.offer] : offerIds,
      fields,
      statuses: chosen.status ? [chosen.status] : status,
      pageSize,
      page,
      showsAllPages: pagination === 'more',
    };
  };
  const { page, goTo } = createRequestedPage(client, () => JSON.stringify(toRequest(1)));
  const request = computed(() => toRequest(page.value));

  const rememberOffers = ({ conversions }: ConversionsData): void => {
    const names = new Map(knownOffers.peek().map(({ id, name }) => [id, name]));
    for (const { offer } of conversions) if (offer.id) names.set(offer.id, offer.name || offer.id);
    knownOffers.value = [...names].map(([id, name]) => ({ id, name }));
  };

  const resource = createResource<ConversionsRequest, ConversionsData>({
    client,
    query: () => request.value,
    async load(wanted, currentClient, abortSignal) {
      const data = await loader.load(wanted, currentClient, abortSignal);
      if (!abortSignal.aborted) rememberOffers(data);
      return data;
    },
    isEmpty: ({ conversions }) => conversions.length === 0,
  });

  return {
    ...resource,
    choices,
    request,
    expectedRange: computed(() => expectRange(request.value, now())),
    knownOffers,
    choose(change) {
      choices.value = { ...choices.peek(), ...change };
    },
    goToPage: (next) => goTo(next, resource.refresh),
    refresh() {
      loader.clear();
      return resource.refresh();
    },
  };
}
