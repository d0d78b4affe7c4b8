/** Compiled and never run: what the types promise in React 18. A line below `@ts-expect-error` must be refused. */
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
  <hasoffers-offer-list key="b" page-size="12" filters={['country']} sort="-payout" search={false} lang="de" id="b" />,
  <hasoffers-account-manager key="c" layout="inline" fields={undefined} loading="eager" onClick={() => {}} />,
  <hasoffers-offer-list key="d" pageSize={12} affSub={null} />,
  <hasoffers-stats key="i" period="7d" group-by="sub1" metrics="payout clicks" offer-ids="4, 7" rows="5" />,
  // @ts-expect-error: not a period
  <hasoffers-stats key="j" period="1d" />,
  <hasoffers-tracking-link key="k" inputs="sub1 deep-link" actions="copy qr" qr-size="256" auto signed-in />,
  // @ts-expect-error: not a source of offers
  <hasoffers-tracking-link key="l" source="none" />,
  <hasoffers-payments key="m" show="balance receipts" page-size="5" pagination="more" layout="table" />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-payments key="n" layout="grid" />,
  <hasoffers-messages key="inbox" limit="3" layout="badge" since="2026-06-01" />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-messages key="inbox-card" layout="card" />,
  <hasoffers-conversions
    key="log-1"
    fields="time payout"
    status="approved"
    page-size="10"
    controls="period"
    download=""
  />,
  // @ts-expect-error: not a way to page
  <hasoffers-conversions key="log-2" pagination="scroll" />,
  // @ts-expect-error: React 18 would write an attribute `classname`
  <hasoffers-offer-list key="g" className="list" />,
  // @ts-expect-error: not a layout of this element
  <hasoffers-account-manager key="e" layout="grid" />,
  // @ts-expect-error: not a number
  <hasoffers-offer-list key="f" page-size="many" />,
  // @ts-expect-error: React 18 does not hear it; use a ref
  <hasoffers-offer-list key="h" onhasoffers-load={() => {}} />,
  <hasoffers-creatives key="k" offer="1004" types="image text" sizes="300x250" page-size="6" />,
  // @ts-expect-error: not a preview
  <hasoffers-creatives key="l" preview="video" />,
];

list.current?.addEventListener('hasoffers-offer-click', ({ detail }) => detail.offer.name.toUpperCase());
