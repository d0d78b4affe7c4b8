import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defineWidget } from '../shared/element/define-widget.js';
import { createTestPage } from '../shared/element/test-page.js';
import type { AnyWidget } from '../shared/element/widget.js';
import { accountManager } from './account-manager/account-manager.js';
import { conversions } from './conversions/conversions.js';
import { creatives } from './creatives/creatives.js';
import { findPage } from './creatives/test-creatives.js';
import { messages } from './messages/messages.js';
import { offer } from './offer/offer.js';
import { offerList } from './offer-list/offer-list.js';
import { lumen, range, toPaged, toRow } from './offer-list/test-offers.js';
import { payments } from './payments/payments.js';
import { stats } from './stats/stats.js';
import { trackingLink } from './tracking-link/tracking-link.js';

/** A title that repeats the name of a control is read twice by screen readers. */

const long = 'an.address.that.is.much.longer.than.the.place.there.is.for.it.on.a.card@network.example';
const manager = {
  id: '4',
  first_name: 'Mara',
  last_name: 'Okafor',
  email: long,
  phone: '+44 20 7946 0812',
  aim: 'mara',
};

const toConversion = (id: number) => ({
  Stat: { tune_event_id: `${id}`, datetime: `2026-06-12 10:0${id}:00`, affiliate_info1: long },
  Offer: { name: long },
});

const page = createTestPage((request) => {
  const { target, method } = request;
  if (target === 'Affiliate_OfferFile') return findPage(request);
  if (method === 'getAccountManager') return manager;
  if (method === 'getAffiliateUserAlerts') return [{ Alert: { id: '1', title: long, content: 'Text' } }];
  if (method === 'findAllOfferCategories' || method === 'findAllCountries') return [];
  if (method === 'findAllInvoices') return { count: 25, pageCount: 3, data: [{ id: '1', amount: '1', memo: long }] };
  if (method === 'getConversions') return { count: 60, pageCount: 12, data: [1, 2, 3, 4, 5].map(toConversion) };
  if (method === 'getStats')
    return [{ Stat: { offer_id: '1', date: '2026-06-12', clicks: '3' }, Offer: { name: long } }];
  if (method === 'generateTrackingLink') return { click_url: 'https://go.example/' };
  if (method === 'findById') return toRow({ ...lumen, preview_url: 'https://shop.example/' });
  return toPaged([{ ...lumen, preview_url: 'https://shop.example/' }, ...range(49, 100)]);
});

beforeAll(() => {
  defineWidget(accountManager, page);
  defineWidget(creatives, page);
  defineWidget(offer, page);
  defineWidget(offerList, page);
  // The session has tests of its own.
  for (const { signedIn: _, ...publicWidget } of [payments, conversions, messages, stats, trackingLink] as const)
    defineWidget(publicWidget as AnyWidget, page);
});
afterEach(() => document.body.replaceChildren());

const controls = 'a, button, select, input';

/** What a screen reader says of a control, without its title. */
const nameOf = (control: HTMLElement): string => {
  const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined;
  return (control.getAttribute('aria-label') ?? (label ?? control).textContent ?? '').trim().replace(/\s+/g, ' ');
};

async function show(tag: string, attributes: Readonly<Record<string, string>>): Promise<readonly HTMLElement[]> {
  const element = document.createElement(tag) as HTMLElement & { readonly ready: Promise<void> };
  for (const [name, value] of Object.entries({ loading: 'eager', lang: 'en', ...attributes })) {
    element.setAttribute(name, value);
  }
  element.style.width = '220px';
  document.body.append(element);
  await element.ready;
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(controls) ?? [])];
}

const june = { 'group-by': 'offer', from: '2026-06-01', to: '2026-06-30', 'time-zone': 'UTC' };
const everything = {
  search: '',
  sortable: '',
  filters: 'category country payout-type',
  'page-size': '5',
  fields: 'thumbnail description payout category country expiry preview status',
};

describe('no control says its name twice', () => {
  it.each([
    ['hasoffers-account-manager', {}],
    ['hasoffers-account-manager', { layout: 'inline' }],
    ['hasoffers-account-manager', { lang: 'de', fields: 'email chat' }],
    ['hasoffers-messages', {}],
    ['hasoffers-offer-list', everything],
    ['hasoffers-offer-list', { ...everything, layout: 'list' }],
    ['hasoffers-offer-list', { ...everything, layout: 'table' }],
    ['hasoffers-offer-list', { ...everything, pagination: 'more' }],
    ['hasoffers-offer-list', { ...everything, link: 'preview' }],
    ['hasoffers-offer-list', { ...everything, layout: 'carousel' }],
    ['hasoffers-creatives', { offer: '12', filters: 'type size', code: 'html url', 'page-size': '3' }],
    ['hasoffers-offer', { ...everything, offer: '12' }],
    ['hasoffers-offer', { ...everything, offer: '12', layout: 'detail' }],
    ['hasoffers-offer', { ...everything, offer: '12', layout: 'button', label: 'Lamps' }],
    ['hasoffers-payments', { show: 'invoices' }],
    ['hasoffers-payments', { show: 'invoices', layout: 'table', pagination: 'more' }],
    ['hasoffers-conversions', { controls: 'period status offer', download: '', 'page-size': '5' }],
    ['hasoffers-conversions', { fields: 'offer sub1', 'page-size': '5' }],
    ['hasoffers-stats', { ...june, controls: 'period metric group' }],
    ['hasoffers-stats', { ...june, layout: 'chart', 'group-by': 'month' }],
    ['hasoffers-tracking-link', {}],
    ['hasoffers-tracking-link', { offer: '12', auto: '', inputs: 'sub1 source' }],
  ])('<%s> with %j', async (tag, attributes) => {
    const all = await show(tag, attributes);
    expect(all.length).toBeGreaterThan(0);
    expect(all.map(nameOf).filter((name) => !name)).toEqual([]);
    expect(all.filter((control) => control.title && control.title === nameOf(control)).map(nameOf)).toEqual([]);
  });

  it.each([
    ['a contact', 'hasoffers-account-manager', {}],
    ['a row of statistics', 'hasoffers-stats', june],
  ])('%s that is cut off shows all of it to a pointer only', async (_, tag, attributes) => {
    const all = await show(tag, attributes);
    const control = all.find(({ textContent }) => textContent === long) as HTMLElement;
    const text = control.querySelector('span') ?? control;
    expect([control.title, text.title]).toEqual(['', '']);
    text.dispatchEvent(new PointerEvent('pointerenter'));
    expect(text.title).toBe(long);
  });

  it('a contact that is no link does not say itself twice, either', async () => {
    await show('hasoffers-account-manager', { fields: 'chat' });
    const contact = document.body.lastElementChild?.shadowRoot?.querySelector<HTMLElement>('span[part~=contact-link]');
    expect(contact?.textContent).toBe('mara');
    expect(contact?.title).toBe('');
  });
});
