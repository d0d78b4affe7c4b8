import { vi } from 'vitest';
import { defineWidget } from '../../shared/element/define-widget.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { offerList } from './offer-list.js';
import { type Call, dropUnset, range, toPaged, type WireOffer } from './test-offers.js';

export { findViolations };

export interface OfferListElement extends HTMLElement {
  readonly state: string;
  readonly ready: Promise<void>;
  refresh(): Promise<void>;
}

/** The network of the elements on the page: gets each call, gives its `data`, or throws. */
export const answer = vi.fn<(call: Call) => unknown>();
export const page = createTestPage(({ method, params }) => answer({ method, params: dropUnset(params) }));
defineWidget(offerList, page);

/** Fifty plain offers, page by page. */
export const answerPages = ({ method, params }: Call): unknown =>
  method.startsWith('findAllOffer') || method === 'findAllCountries'
    ? []
    : toPaged(range(50), Number(params.page), Number(params.limit));

/** These and no others. */
export const answerWith = (...offers: WireOffer[]) =>
  answer.mockImplementation(({ params: { page: at, limit } }) => toPaged(offers, at, limit));

export function reset(): void {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset().mockImplementation(answerPages);
}

/** An element that is still loading. */
export function append(attributes: Record<string, string> = {}, ...children: Node[]): OfferListElement {
  const element = document.createElement('hasoffers-offer-list') as OfferListElement;
  for (const [name, value] of Object.entries({ loading: 'eager', lang: 'en', ...attributes })) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  document.body.append(element);
  return element;
}

export async function show(attributes?: Record<string, string>, ...children: Node[]): Promise<OfferListElement> {
  const element = append(attributes, ...children);
  await element.ready;
  return element;
}

export const layouts = ['grid', 'list', 'table'] as const;

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

export const all = (element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
export const one = (element: Element, selector: string): HTMLElement => {
  const [found] = all(element, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
export const part = (element: Element, name: string) => one(element, `[part=${name}]`);
export const parts = (element: Element, name: string) => all(element, `[part=${name}]`);
export const texts = (element: Element, name: string) => parts(element, name).map((node) => node.textContent?.trim());
export const said = (element: Element) => one(element, '[role=status]').textContent;
