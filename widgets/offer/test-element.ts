import { vi } from 'vitest';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, createElement, type TestedElement } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { offer } from './offer.js';

export { all, findViolations };

export interface TestedOffer extends TestedElement {
  offer: string | null;
  layout: string;
}

interface Call {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into parameters of any form
  readonly params: any;
}

/** A row as the API gives it. */
export const toRow = (id: number, offer: object = {}, relations: object = {}) => ({
  Offer: {
    id: String(id),
    name: `Offer ${id}`,
    description: `About ${id}`,
    payout_type: 'cpa_flat',
    default_payout: '14.00000',
    currency: 'EUR',
    is_expired: '0',
    require_approval: '0',
    ...offer,
  },
  Thumbnail: [],
  OfferCategory: { 4: { id: '4', name: 'Home' } },
  Country: {
    DE: { code: 'DE', name: 'germany' },
    FR: { code: 'FR', name: 'france' },
    IT: { code: 'IT', name: 'italy' },
  },
  TrackingLink: { click_url: `http://go.example/aff_c?offer_id=${id}` },
  ...relations,
});

/** The offers 1 to 99, by whatever method. */
export const answerAll = ({ method, params }: Call): unknown => {
  const seen = (id: string) => Number(id) < 100;
  if (method === 'findById') return seen(params.id) ? toRow(Number(params.id)) : null;
  if (method === 'findAll')
    return Object.fromEntries(params.filters.id.filter(seen).map((id: string) => [id, toRow(Number(id))]));
  return [];
};

/** The network of the elements on the page: gets each call, gives its `data`, or throws. */
export const answer = vi.fn<(call: Call) => unknown>(answerAll);
export const page = createTestPage(({ method, params }) => answer({ method, params }));
export const methods = () => page.requests.map(({ method }) => method);
defineWidget(offer, page);

export function reset(): void {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset().mockImplementation(answerAll);
}

export function append(attributes: Record<string, string> = {}, parent: Element = document.body): TestedOffer {
  const element = createElement<TestedOffer>('hasoffers-offer', { lang: 'en', offer: '4', ...attributes });
  parent.append(element);
  return element;
}

export async function show(attributes?: Record<string, string>, parent?: Element): Promise<TestedOffer> {
  const element = append(attributes, parent);
  await element.ready;
  return element;
}

export const part = (element: Element, name: string) => all(element, `[part=${name}]`)[0];
export const textOf = (element: Element, name: string) => part(element, name)?.textContent?.trim();
