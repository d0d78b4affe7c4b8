/** Compiled and never run: what the main entry promises to an editor. A line below `@ts-expect-error` must be refused. */
import type {
  AccountManager,
  AccountManagerElement,
  Contact,
  Conversion,
  ConversionActivation,
  ConversionsData,
  ConversionsElement,
  Creative,
  CreativeCopy,
  CreativeList,
  CreativesElement,
  Failure,
  LinkCopy,
  LinkOffers,
  MessageList,
  MessageOpening,
  MessagesElement,
  Offer,
  OfferClick,
  OfferElement,
  OfferList,
  OfferListElement,
  OfferView,
  PaymentsData,
  PaymentsElement,
  RangeChange,
  RowActivation,
  StatsData,
  StatsElement,
  TrackingLink,
  TrackingLinkElement,
} from '../widgets/index.js';

declare function is<Type>(value: Type): void;

const list = document.querySelector('hasoffers-offer-list') as OfferListElement;
const manager = document.createElement('hasoffers-account-manager');

is<OfferListElement | null>(document.querySelector('hasoffers-offer-list'));
is<AccountManagerElement>(manager);
is<HTMLElement>(list);
is<HTMLElement>(manager);
document.body.append(list, manager);

is<number>(list.pageSize);
is<boolean>(list.search);
is<readonly string[]>(list.ids);
is<string | null>(list.affSub2);
is<'lazy' | 'eager'>(manager.loading);
is<'idle' | 'loading' | 'ready' | 'empty' | 'error'>(list.state);
is<Promise<void>>(list.ready);
is<Promise<void>>(manager.refresh());

list.pageSize = 12;
list.fields = ['payout', 'expiry'];
list.sort = null;
manager.layout = 'inline';
// @ts-expect-error: a number
list.pageSize = '12';
// @ts-expect-error: not a field of an offer
list.fields = ['photo'];
// @ts-expect-error: not a layout of this element
manager.layout = 'grid';
// @ts-expect-error: the element decides what it is at
list.state = 'ready';
// @ts-expect-error: no such attribute
list.pagesize = 12;

list.addEventListener('hasoffers-offer-click', (event) => {
  is<string>(event.detail.offer.name);
  is<string>(event.detail.url);
  // @ts-expect-error: no such detail
  event.detail.price;
});
list.addEventListener('hasoffers-load', ({ detail }) => is<number>(detail.offers.length));
manager.addEventListener('hasoffers-load', ({ detail }) => is<string | undefined>(detail?.name));
manager.addEventListener('hasoffers-contact', ({ detail }) =>
  is<'email' | 'phone' | 'cell-phone' | 'chat'>(detail.kind),
);
list.addEventListener('click', (event) => is<number>(event.clientX));
list.addEventListener('focus', () => {}, { once: true });
document.addEventListener('hasoffers-error', ({ detail }) => is<boolean>(detail.retryable));
window.addEventListener('hasoffers-offer-click', ({ detail }) => is<string>(detail.offer.id));

list.addEventListener('hasoffers-load', ({ detail }) => is<OfferList>(detail));
list.addEventListener('hasoffers-offer-click', ({ detail }) => {
  is<OfferClick>(detail);
  is<Offer>(detail.offer);
});
list.addEventListener('hasoffers-error', ({ detail }) => is<Failure>(detail));
manager.addEventListener('hasoffers-load', ({ detail }) => is<AccountManager | null>(detail));
manager.addEventListener('hasoffers-contact', ({ detail }) => is<Contact>(detail));

const single = document.createElement('hasoffers-offer');
is<OfferElement>(single);
is<string | null>(single.offer);
single.layout = 'button';
// @ts-expect-error: not a layout of this element
single.layout = 'grid';
single.addEventListener('hasoffers-load', ({ detail }) => is<Offer>(detail));
single.addEventListener('hasoffers-offer-view', ({ detail }) => is<OfferView>(detail));
list.addEventListener('hasoffers-offer-view', ({ detail }) => is<number>(detail.position));

const stats = document.createElement('hasoffers-stats');
is<StatsElement>(stats);
is<StatsData | undefined>(stats.data);
stats.period = '7d';
stats.metrics = ['payout', 'clicks'];
// @ts-expect-error: not a period
stats.period = '1d';
// @ts-expect-error: the element decides what it shows
stats.data = undefined;
stats.addEventListener('hasoffers-load', ({ detail }) => is<StatsData>(detail));
stats.addEventListener('hasoffers-range', ({ detail }) => is<RangeChange>(detail));
stats.addEventListener('hasoffers-row', ({ detail }) => is<RowActivation>(detail));

const trackingLink = document.createElement('hasoffers-tracking-link');
is<TrackingLinkElement>(trackingLink);
is<TrackingLink | null>(trackingLink.link);
trackingLink.inputs = ['sub1', 'deep-link'];
// @ts-expect-error: not an action
trackingLink.actions = ['print'];
// @ts-expect-error: `createLink()` makes it
trackingLink.link = null;
is<Promise<TrackingLink | null>>(trackingLink.createLink({ aff_sub: 'member-42' }));
trackingLink.addEventListener('hasoffers-load', ({ detail }) => is<LinkOffers>(detail));
trackingLink.addEventListener('hasoffers-link', ({ detail }) => is<TrackingLink>(detail));
trackingLink.addEventListener('hasoffers-copy', ({ detail }) => is<LinkCopy>(detail));
const payments = document.createElement('hasoffers-payments');
is<PaymentsElement>(payments);
payments.show = ['balance', 'receipts'];
payments.pagination = 'more';
// @ts-expect-error: not a part
payments.show = ['debts'];
payments.addEventListener('hasoffers-load', ({ detail }) => {
  is<PaymentsData>(detail);
  is<number | undefined>(detail.invoices?.rows[0]?.amount.value);
  // @ts-expect-error: bank data is nowhere
  detail.receipts?.rows[0]?.payment_info;
});

const creatives = document.createElement('hasoffers-creatives');
is<CreativesElement>(creatives);
creatives.sizes = ['300x250'];
creatives.code = ['html', 'markdown'];
// @ts-expect-error: not a type of creatives
creatives.types = ['flash'];
creatives.addEventListener('hasoffers-load', ({ detail }) => is<CreativeList>(detail));
creatives.addEventListener('hasoffers-copy', ({ detail }) => {
  is<CreativeCopy>(detail);
  is<Creative>(detail.creative);
});
const log = document.createElement('hasoffers-conversions');
is<ConversionsElement>(log);
is<ConversionsData | undefined>(log.data);
log.fields = ['time', 'sub5'];
log.status = ['approved'];
log.download = true;
// @ts-expect-error: not a status
log.status = ['paid'];
// @ts-expect-error: not a field of a conversion
log.fields = ['ip'];
log.addEventListener('hasoffers-load', ({ detail }) => is<readonly Conversion[]>(detail.conversions));
log.addEventListener('hasoffers-range', ({ detail }) => is<RangeChange>(detail));
log.addEventListener('hasoffers-row', ({ detail }) => is<ConversionActivation>(detail));

const messages = document.createElement('hasoffers-messages');
is<MessagesElement>(messages);
messages.limit = 3;
messages.since = '2026-06-01';
// @ts-expect-error: not a layout of this element
messages.layout = 'card';
messages.addEventListener('hasoffers-load', ({ detail }) => is<MessageList>(detail));
messages.addEventListener('hasoffers-message', ({ detail }) => is<MessageOpening>(detail));

is<string | undefined>(window.HasOffersWidgets?.version);
window.HasOffersWidgets?.configure({ endpoint: '/hasoffers', messages: { retry: 'Once more' } });
// @ts-expect-error: no such sentence
window.HasOffersWidgets?.configure({ messages: { again: 'Once more' } });
window.HasOffersWidgets?.configure({ token: () => ({ token: 'eyJ', expiresIn: 600 }) });
window.HasOffersWidgets?.configure({
  token: async ({ scopes, reason, endpoint }) => {
    const response = await fetch('/widget-token', {
      method: 'POST',
      body: JSON.stringify({ scopes, reason, endpoint }),
    });
    return response.ok ? response.text() : null;
  },
});
// @ts-expect-error: a token comes from a function, because it has to be renewed
window.HasOffersWidgets?.configure({ token: 'eyJ' });
window.HasOffersWidgets?.signOut();
