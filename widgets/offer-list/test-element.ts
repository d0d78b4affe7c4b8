import { vi } from 'vitest';
import { defineWidget } from '../../shared/element/define-widget.js';
import { createElement, type TestedElement } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { offerList } from './offer-list.js';
import { type Call, dropUnset, range, toPaged, type WireOffer } from './test-offers.js';

export { all, one, part, parts, partTexts, said } from '../../shared/element/test-element.js';
export { findViolations, type TestedElement };

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
export function append(attributes: Record<string, string> = {}, ...children: Node[]): TestedElement {
  const element = createElement('hasoffers-offer-list', { lang: 'en', ...attributes });
  element.append(...children);
  document.body.append(element);
  return element;
}

export async function show(attributes?: Record<string, string>, ...children: Node[]): Promise<TestedElement> {
  const element = append(attributes, ...children);
  await element.ready;
  return element;
}

export const layouts = ['grid', 'list', 'table'] as const;

export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
