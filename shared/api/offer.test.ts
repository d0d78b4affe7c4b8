import { expect, test } from 'vitest';
import { offerFields, toOffer, toPayout } from './offer.js';
import { mayPromote, toOfferStatus } from './offer-status.js';
import { fixtureData } from './test-fixtures.js';

const approvedOffer = (): { 1204: { Offer: object; AffiliateOffer: object } } =>
  fixtureData('my-approved-offers') as ReturnType<typeof approvedOffer>;

test('reads the recorded shape', () => {
  expect(toOffer(approvedOffer()[1204])).toEqual({
    id: '1204',
    name: 'Fern & Clay | UK | CPS',
    description: 'Handmade pots & planters.',
    previewUrl: 'https://shop.example/',
    payout: { type: 'cpa_percentage', amount: null, percent: 8.5, currency: 'GBP' },
    expiresOn: '2031-12-31',
    featured: false,
    hasGoals: false,
    allowsDeepLinks: true,
    status: 'approved',
    thumbnail: undefined,
    categories: undefined,
    countries: undefined,
    trackingLink: undefined,
  });
});

test('requests every field that it reads, and no other', () => {
  const read = new Set<string>();
  const get = (row: object, field: string) => {
    read.add(field);
    return Reflect.get(row, field);
  };
  const offer = new Proxy({ id: '1', payout_type: 'cpa_both' }, { get } as ProxyHandler<object>);
  toOffer({ Offer: offer });
  expect([...read].sort()).toEqual([...offerFields].sort());
});

test('decodes relations, and distinguishes missing from empty ones', () => {
  const row = {
    Offer: { id: '12' },
    Thumbnail: { url: 'https://x.example/a.png' },
    OfferCategory: [],
    Country: { GB: { code: 'GB', name: 'united kingdom' } },
    TrackingLink: { click_url: 'http://go.network.example/aff_c?offer_id=12' },
  };
  expect(toOffer(row)).toMatchObject({
    thumbnail: { url: 'https://x.example/a.png' },
    categories: [],
    countries: [{ code: 'GB', name: 'united kingdom' }],
    trackingLink: 'http://go.network.example/aff_c?offer_id=12',
  });
  expect(toOffer({ Offer: { id: '12' }, Thumbnail: [], Country: [], TrackingLink: null })).toMatchObject({
    thumbnail: null,
    countries: [],
    trackingLink: null,
    categories: undefined,
  });
});

test('without an id it is no offer', () => {
  expect([toOffer({ Offer: { name: 'x' } }), toOffer({ Offer: [] }), toOffer({})]).toEqual([null, null, null]);
});

test.each([
  ['2024-05-01 00:00:00', true],
  ['0000-00-00 00:00:00', false],
  [null, false],
  ['', false],
])('featured since %j: %j', (featured, expected) => {
  expect(toOffer({ Offer: { id: '1', featured } })?.featured).toBe(expected);
});

const wire = { default_payout: '14.00000', percent_payout: '10.50', currency: 'EUR' };
test.each([
  ['cpa_flat', 14, null],
  ['cpa_percentage', null, 10.5],
  ['cpa_both', 14, 10.5],
  ['cpc', 14, null],
  ['cpm', 14, null],
])(
  'a payout of type %s has the amount %j and the percentage %j, whatever else is on the wire',
  (type, amount, percent) => {
    expect(toPayout({ ...wire, payout_type: type })).toEqual({ type, amount, percent, currency: 'EUR' });
  },
);

test('a payout of an unknown type has no amount', () => {
  expect(toPayout({ ...wire, payout_type: 'cpx' })).toMatchObject({ type: null, amount: null, percent: null });
});

test.each([null, '', 'dollars', '$', undefined])('the currency %j is the default of the network', (currency) => {
  expect(toPayout({ ...wire, currency }).currency).toBeNull();
});

const approved = { approval_status: 'approved', agreed_terms_and_conditions: '2026-01-03' };
test.each([
  ['needs no approval', {}, undefined, 'open'],
  ['needs approval', { require_approval: '1' }, undefined, 'apply'],
  ['needs approval, nothing known', { require_approval: '1' }, { approval_status: null }, 'apply'],
  ['needs approval, empty status', { require_approval: '1', approval_status: '' }, [], 'apply'],
  ['is approved', { require_approval: '1' }, approved, 'approved'],
  [
    'is approved by the field of the offer',
    { require_approval: '1', approval_status: 'approved' },
    undefined,
    'approved',
  ],
  ['is pending', { require_approval: '1' }, { approval_status: 'pending' }, 'pending'],
  ['is rejected', { require_approval: '1', approval_status: 'approved' }, { approval_status: 'rejected' }, 'rejected'],
  ['is rejected although open', {}, { approval_status: 'rejected' }, 'rejected'],
  ['has terms', { require_terms_and_conditions: 1 }, undefined, 'terms'],
  ['has terms in old words', { require_terms_and_conditions: 'enabled' }, undefined, 'terms'],
  ['has terms, accepted', { require_terms_and_conditions: 1 }, approved, 'approved'],
  ['has terms, open', { require_terms_and_conditions: 1 }, { ...approved, agreed_terms_and_conditions: null }, 'terms'],
  [
    'has terms, approved, no row',
    { require_terms_and_conditions: 1, approval_status: 'approved' },
    undefined,
    'approved',
  ],
  ['is expired, approved or not', { is_expired: '1' }, approved, 'expired'],
])('an offer that %s: %j %j is %s', (_, offer, affiliateOffer, status) => {
  expect(toOfferStatus(offer, affiliateOffer)).toBe(status);
});

test('the recorded application that waits for approval is pending', () => {
  expect(toOffer(fixtureData('offer-pending') as never)?.status).toBe('pending');
});

test('only open and approved offers may be promoted', () => {
  const all = ['open', 'approved', 'pending', 'rejected', 'apply', 'terms', 'expired'] as const;
  expect(all.filter((status) => mayPromote({ status }))).toEqual(['open', 'approved']);
});
