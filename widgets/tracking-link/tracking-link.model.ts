import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { ApiError } from '../../shared/api/errors.js';
import { failure } from '../../shared/api/failure.js';
import { findLandingPages, type LandingPage } from '../../shared/api/landing-pages.js';
import { mayPromote } from '../../shared/api/offer-status.js';
import { toOrder } from '../../shared/api/offers.js';
import type { ApiClient } from '../../shared/api/request.js';
import {
  type LinkParamName,
  type LinkParams,
  linkParamNames,
  requestTrackingLink,
} from '../../shared/api/tracking-link.js';
import type { Offer } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { toSubIds } from '../../shared/offer/sub-ids.js';
import { createResource } from '../../shared/resource.js';
import { checkParams } from './check-params.js';
import { type LinkOffersQuery, loadLinkOffers } from './load-link-offers.js';
import {
  inputParams,
  type LinkOffers,
  type LinkResult,
  type ParamProblems,
  type TrackingLink,
  type TrackingLinkAttributes,
  type TrackingLinkModel,
} from './tracking-link.types.js';

/** Milliseconds without a change before `auto` creates a link. */
const pause = 600;

/** Links by offer and values, of the account behind one client. */
interface Results {
  readonly client: ApiClient | undefined;
  readonly byKey: Readonly<Record<string, LinkResult>>;
}

/** Offers to choose from, the values of the fields, and the links that were created for them. */
export function createTrackingLinkModel({
  attributes,
  language,
  client,
  lock,
}: ModelContext<TrackingLinkAttributes>): TrackingLinkModel {
  const chosenId = signal('');
  const typed = signal<LinkParams>({});
  const checked = signal<readonly LinkParamName[]>([]);
  const results = signal<Results>({ client: undefined, byKey: {} });
  const running = new Map<string, Promise<TrackingLink | null>>();
  let controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const query = computed((): LinkOffersQuery => {
    const { offer, offers, source } = attributes.value;
    return { offer: offer?.trim() || null, offers, source };
  });
  const resource = createResource<LinkOffersQuery, LinkOffers>({
    client,
    query: () => query.value,
    async load(wanted, currentClient, signal) {
      if (wanted.offer && !/^[1-9]\d*$/.test(wanted.offer)) throw failure('validation');
      return { offers: await loadLinkOffers(wanted, currentClient, signal) };
    },
    isEmpty: ({ offers }) => offers.length === 0,
    // Never a link to another offer.
    isShownMeanwhile: ({ offers }, { offer }) => !offer || offers[0]?.id === offer,
  });

  const offers = computed(() => {
    const loaded = resource.state.value.data?.offers ?? [];
    const { offer, offers: ids, source } = query.value;
    const { offer_ids: allowed } = lock();
    const found = loaded.filter(({ id }) => offer || !Array.isArray(allowed) || allowed.includes(id));
    const keepsOrder = ids.length > 0 || source === 'featured';
    return keepsOrder ? found : found.sort(toOrder({ sort: 'name' }, language.value));
  });
  const offer = computed(() =>
    offers.value.length === 1 ? offers.value[0] : offers.value.find(({ id }) => id === chosenId.value),
  );
  const promotableOffer = computed(() => (offer.value && mayPromote(offer.value) ? offer.value : undefined));

  const landingPages = createResource<{ readonly id: string | undefined }, readonly LandingPage[]>({
    client,
    query: () => ({ id: attributes.value.inputs.includes('landing-page') ? promotableOffer.value?.id : undefined }),
    load: async ({ id }, currentClient, signal) => (id ? currentClient.send(findLandingPages(id), { signal }) : []),
    isEmpty: (pages) => pages.length === 0,
    isShownMeanwhile: () => false,
  });

  const lockedParams = computed(() => toParams(lock()));
  const params = computed(() => toParams({ ...toSubIds(attributes.value), ...typed.value, ...lockedParams.value }));
  const allProblems = computed((): ParamProblems => {
    const found = checkParams(params.value);
    return params.value.url && offer.value?.allowsDeepLinks === false ? { ...found, url: 'deepLinksOff' } : found;
  });

  const key = computed(() => JSON.stringify([offer.value?.id, params.value]));
  const result = computed(() => (results.value.client === client() ? results.value.byKey[key.value] : undefined));
  const link = computed(() => (result.value?.status === 'ready' ? result.value.link : null));

  const setResult = (owner: ApiClient, resultKey: string, next: LinkResult | undefined): void => {
    const { client: known, byKey } = results.peek();
    const { [resultKey]: _, ...others } = known === owner ? byKey : {};
    results.value = { client: owner, byKey: next ? { ...others, [resultKey]: next } : others };
  };

  const request = async (wanted: Offer, owner: ApiClient): Promise<TrackingLink | null> => {
    const given = params.peek();
    const resultKey = key.peek();
    const { signal } = controller;
    const settle = (next: LinkResult): void => {
      running.delete(resultKey);
      setResult(owner, resultKey, signal.aborted ? undefined : next);
    };
    setResult(owner, resultKey, { status: 'loading' });
    try {
      const url = await owner.send(requestTrackingLink(wanted.id, given), { signal });
      // Consumers of the API saw an empty response for offers that may not be promoted.
      if (url === null) throw failure('not-found');
      const created = { offer: wanted, url, params: given };
      settle({ status: 'ready', link: created });
      return created;
    } catch (error) {
      settle({ status: 'error', error: error as ApiError });
      return null;
    }
  };

  const submit = async (): Promise<TrackingLink | null> => {
    clearTimeout(timer);
    const wanted = promotableOffer.peek();
    if (!wanted) return null;
    const owner = untracked(client);
    const wrong = linkParamNames.filter((name) => allProblems.peek()[name]);
    if (wrong.length) {
      checked.value = linkParamNames;
      const shown = attributes.peek().inputs.map((input) => inputParams[input]);
      // The integrator's own value, which no field shows.
      if (!wrong.every((name) => shown.includes(name)))
        setResult(owner, key.peek(), { status: 'error', error: failure('validation') });
      return null;
    }
    if (link.peek()) return link.peek();
    const created = running.get(key.peek()) ?? request(wanted, owner);
    running.set(key.peek(), created);
    return created;
  };

  const submitAfterPause = (): void => {
    clearTimeout(timer);
    if (attributes.peek().auto) timer = setTimeout(() => void submit(), pause);
  };

  return {
    ...resource,
    offers,
    offer,
    landingPages: computed(() => landingPages.state.value.data ?? []),
    params,
    lockedParams,
    problems: computed(() => {
      const { error } = (result.value?.status === 'error' && result.value) || {};
      const isHostRefused = Boolean(params.value.url) && error?.code === 'validation';
      const shown = checked.value.map((name) => [name, allProblems.value[name]] as const);
      return { ...(isHostRefused && { url: 'hostNotAllowed' }), ...Object.fromEntries(shown.filter(([, one]) => one)) };
    }),
    result,
    link,
    chooseOffer(id) {
      batch(() => {
        chosenId.value = id;
        // These belong to the offer before.
        const { url: _, url_id: __, ...others } = typed.peek();
        typed.value = others;
        checked.value = [];
      });
      submitAfterPause();
    },
    setParam(name, value) {
      typed.value = { ...typed.peek(), [name]: value };
      submitAfterPause();
    },
    checkParam(name) {
      checked.value = [...new Set([...checked.peek(), name])];
    },
    submit,
    async createLink(given = {}) {
      await firstLoad();
      typed.value = { ...typed.peek(), ...onlyNames(given) };
      return submit();
    },
    start() {
      resource.start();
      landingPages.start();
    },
    async refresh() {
      results.value = { client: undefined, byKey: {} };
      await Promise.all([resource.refresh(), landingPages.refresh()]);
    },
    stop() {
      clearTimeout(timer);
      controller.abort();
      controller = new AbortController();
      running.clear();
      landingPages.stop();
      resource.stop();
    },
  };

  function firstLoad(): Promise<void> {
    return new Promise((resolve) => {
      const stopWatching = effect(() => {
        const { status } = resource.state.value;
        if (status === 'idle' || status === 'loading') return;
        resolve();
        queueMicrotask(() => stopWatching());
      });
    });
  }
}

/** What a script may have given, in whatever types. */
const onlyNames = (given: LinkParams): LinkParams =>
  Object.fromEntries(
    linkParamNames.filter((name) => name in given).map((name) => [name, String(given[name] ?? '')] as const),
  );

/** Without what is not set, and in one order: equal values are one link. */
const toParams = (values: { readonly [name: string]: unknown }): LinkParams =>
  Object.fromEntries(
    linkParamNames.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' && value !== '' ? [[name, name === 'url' ? value.trim() : value] as const] : [];
    }),
  );
