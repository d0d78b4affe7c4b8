/** Compiled and never run: what the types promise in React 19. A line below `@ts-expect-error` must be refused. */
import 'hasoffers-widgets/react';
import type { OfferListElement } from 'hasoffers-widgets/react';
import { createRef } from 'react';

const list = createRef<OfferListElement>();

export const markup = [
  <hasoffers-offer-list
    key="a"
    ref={list}
    endpoint="/hasoffers"
    page-size={12}
    fields="payout expiry"
    search
    class="list"
  />,
  <hasoffers-offer-list
    key="b"
    pageSize={12}
    fields={['payout']}
    payoutType={['cpc']}
    className="list"
    affSub={null}
  />,
  <hasoffers-offer-list
    key="c"
    onhasoffers-load={(event) => event.detail.offers.length + event.currentTarget.pageSize}
    onhasoffers-offer-click={({ detail }) => detail.url.length}
  />,
  <hasoffers-account-manager key="d" layout="inline" onhasoffers-contact={(event) => event.detail.kind === 'email'} />,
  <hasoffers-offer key="j" offer="1004" layout="detail" label="Pots" affSub="blog" />,
  <hasoffers-offer-list key="k" layout="carousel" />,
  <hasoffers-offer key="m" onhasoffers-offer-view={({ detail }) => detail.position + detail.offer.name.length} />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-offer key="l" layout="grid" />,
  <hasoffers-stats key="n" period="7d" group-by="sub1" metrics={['payout', 'clicks']} offerIds={['4']} rows={5} />,
  <hasoffers-stats
    key="o"
    onhasoffers-load={({ detail }) => detail.totals.clicks + detail.days.length}
    onhasoffers-range={(event) => event.preventDefault()}
    onhasoffers-row={({ detail, currentTarget }) => [detail.key, currentTarget.data?.totals.clicks]}
  />,
  // @ts-expect-error: not a period
  <hasoffers-stats key="p" period="1d" />,
  <hasoffers-messages
    key="inbox"
    limit={3}
    layout="badge"
    since="2026-06-01"
    onhasoffers-load={({ detail }) => detail.count + detail.messages.length}
    onhasoffers-message={({ detail }) => detail.id + detail.kind}
  />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-messages key="inbox-card" layout="card" />,
  // @ts-expect-error: not a figure
  <hasoffers-stats key="q" metrics={['profit']} />,
  <hasoffers-tracking-link
    key="r"
    inputs={['sub1', 'deep-link']}
    qrSize={256}
    auto
    onhasoffers-link={({ detail, currentTarget }) => [detail.url, currentTarget.link?.url]}
  />,
  // @ts-expect-error: not an action
  <hasoffers-tracking-link key="s" actions={['print']} />,
  <hasoffers-payments key="t" show={['balance', 'receipts']} page-size={5} pagination="more" layout="table" />,
  <hasoffers-payments key="u" onhasoffers-load={({ detail }) => detail.invoices?.rows.length} />,
  // @ts-expect-error: not a part
  <hasoffers-payments key="v" show={['debts']} />,
  <hasoffers-conversions
    key="log-1"
    fields="time payout"
    status={['approved']}
    pageSize={10}
    time-zone="UTC"
    download
  />,
  <hasoffers-conversions
    key="log-2"
    onhasoffers-load={({ detail }) => detail.conversions.length}
    onhasoffers-row={({ detail, currentTarget }) => [detail.values.payout, currentTarget.data?.total]}
  />,
  // @ts-expect-error: not a status
  <hasoffers-conversions key="log-3" status={['paid']} />,
  // @ts-expect-error: a number
  <hasoffers-offer-list key="e" pageSize="many" />,
  // @ts-expect-error: not a field of an offer
  <hasoffers-offer-list key="f" fields={['photo']} />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-account-manager key="g" layout="grid" />,
  // @ts-expect-error: no such detail
  <hasoffers-offer-list key="i" onhasoffers-offer-click={({ detail }) => detail.price} />,
  <hasoffers-creatives
    key="r"
    offer="1004"
    types={['image', 'html']}
    sizes="300x250"
    pageSize={6}
    onhasoffers-copy={({ detail }) => detail.text + detail.creative.name}
  />,
  // @ts-expect-error: not a preview
  <hasoffers-creatives key="s" preview="video" />,
];

list.current?.addEventListener('hasoffers-offer-click', ({ detail }) => detail.offer.name.toUpperCase());
