import { signal } from '@preact/signals';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient } from '../../shared/api/request.js';
import { offerList } from './offer-list.js';
import { createOfferListModel } from './offer-list.model.js';
import type { OfferListAttributes, OfferListModel } from './offer-list.types.js';

/** What a test says about an offer, in the API's own words. */
export interface WireOffer {
  readonly id: number;
  readonly [member: string]: unknown;
}

/** A row as the API gives it. */
export const toRow = ({ id, Country, OfferCategory, Thumbnail, TrackingLink, ...offer }: WireOffer) => ({
  Offer: {
    id: String(id),
    name: `Offer ${id}`,
    description: `About ${id}`,
    payout_type: 'cpa_flat',
    default_payout: '14.00000',
    percent_payout: '10.50',
    currency: 'EUR',
    is_expired: '0',
    require_approval: '0',
    ...offer,
  },
  ...(Country !== undefined && { Country }),
  ...(OfferCategory !== undefined && { OfferCategory }),
  ...(Thumbnail !== undefined && { Thumbnail }),
  ...(TrackingLink !== undefined && { TrackingLink }),
});

const toMap = (offers: readonly WireOffer[]) => Object.fromEntries(offers.map((offer) => [offer.id, toRow(offer)]));

/** The shape that findAll returns: one page, and how many there are. */
export const toPaged = (offers: readonly WireOffer[], page = 1, limit = 20) => ({
  page: String(page),
  current: 0,
  count: offers.length,
  pageCount: Math.ceil(offers.length / limit),
  data: toMap(offers.slice((page - 1) * limit, page * limit)),
});

/** The shape that findMyApprovedOffers returns: everything. */
export const toWhole = (offers: readonly WireOffer[]) => (offers.length ? toMap(offers) : []);

export const link = (id: number) => ({ click_url: `http://go.example/aff_c?offer_id=${id}&aff_id=94` });

/** How PHP writes that a relation has no rows. */
const noRelations = { Thumbnail: [], OfferCategory: [], Country: [] };

export const range = (count: number, first = 1): WireOffer[] =>
  Array.from({ length: count }, (_, index) => ({
    ...noRelations,
    id: first + index,
    TrackingLink: link(first + index),
  }));

const countries = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, { code, name: code }]));

/** An offer with all that can be shown of one. */
export const lumen: WireOffer = {
  ...range(1)[0],
  id: 12,
  name: 'Lumen & Lamps | UK',
  description: '<p>Light for <b>everybody</b> &amp; all</p>',
  OfferCategory: { 4: { id: '4', name: 'Home' } },
  Country: countries('UK', 'DE', 'FR', 'IT'),
  payout_type: 'cpa_both',
  default_payout: '2.00000',
  percent_payout: '5.00',
  featured: '2026-03-02 09:00:00',
};

// biome-ignore lint/suspicious/noExplicitAny: a test looks into parameters of any form
export type Call = { readonly method: string; readonly params: any };

/** As the encoder does: what is not set is not sent. */
export const dropUnset = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter(Boolean)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (inner ? [[name, dropUnset(inner)]] : [])))
      : value;

/** A fake network: a function gets each call and returns its `data`, or an error to fail with. */
export function createNetwork(answer: (call: Call, count: number) => unknown) {
  const calls: Call[] = [];
  const client: ApiClient = {
    async send(request) {
      const call = { method: request.method, params: dropUnset(request.params) };
      calls.push(call);
      const data = await answer(call, calls.length);
      if (data instanceof Error) throw data;
      return request.decode(data);
    },
  };
  return { client, calls, methods: () => calls.map(({ method }) => method) };
}

export const refused = new ApiError('upstream', 'No.');

/** A model as the element makes it, with attributes and a client that a test can change. */
export function createModel(
  firstClient: ApiClient,
  given: Partial<OfferListAttributes> = {},
  now?: () => number,
  language = 'en',
) {
  const parsed = Object.entries(offerList.attributes).map(([name, { parse }]) => [name, parse(null, () => {})]);
  const common = { endpoint: null, loading: 'eager', theme: 'auto', currency: null };
  const values = { ...Object.fromEntries(parsed), ...common, ...given };
  const attributes = signal(values);
  const client = signal(firstClient);
  const context = { attributes, language: signal(language), client: () => client.value } as unknown as Parameters<
    typeof createOfferListModel
  >[0];
  const model = createOfferListModel(context, now);
  const set = (name: keyof OfferListAttributes, value: unknown) => {
    attributes.value = { ...attributes.peek(), [name]: value };
  };
  const setClient = (next: ApiClient) => {
    client.value = next;
  };
  return { model, set, setClient };
}

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A model that has loaded. */
export async function start(
  { client }: { readonly client: ApiClient },
  given?: Partial<OfferListAttributes>,
  language?: string,
) {
  const made = createModel(client, given, undefined, language);
  made.model.start();
  await settled();
  return made;
}

export const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => first + index);

/** What is shown: ids, and where they stand. */
export function shown(model: OfferListModel) {
  const { data, status } = model.state.value;
  if (!data) return status;
  const { offers, page, pageCount, total } = data;
  return { ids: offers.map(({ id }) => Number(id)), page, pageCount, total };
}
