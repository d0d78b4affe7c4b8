import { type Signal, signal } from '@preact/signals';
import { ApiError } from '../api/errors.js';
import type { ApiRequest, Send } from '../api/request.js';
import { type Messages, messages } from '../messages.js';
import type { Page } from './widget.js';

/** For tests of elements: a page whose network is a function. */
export interface TestPage extends Page {
  readonly sentences: Signal<Messages>;
  readonly endpoint: Signal<string | null>;
  /** What was told to the page's author. */
  readonly told: string[];
  /** Every call made. */
  readonly requests: ApiRequest<unknown>[];
}

/** @param answer - Gives the `data` member of a successful reply, as it is on the wire, or throws an `ApiError`. */
export function createTestPage(
  answer: (request: ApiRequest<unknown>, signal: AbortSignal | undefined) => unknown,
): TestPage {
  const sentences = signal<Messages>(messages);
  const told: string[] = [];
  const requests: ApiRequest<unknown>[] = [];
  const send: Send = async (request, options) => {
    requests.push(request);
    return request.decode(await answer(request, options?.signal));
  };
  return {
    told,
    requests,
    agreed: signal(false),
    sentences,
    messages: () => sentences.value,
    endpoint: signal('/proxy'),
    sendTo: (endpoint) => (endpoint ? send : () => Promise.reject(new ApiError('config', 'No endpoint is set.'))),
    warn: (text) => void told.push(text),
    report: (tag, error) => void told.push(`${tag} ${error.code}`),
  };
}

/** Violations that axe finds in the element, with enough to see what is wrong. */
export async function findViolations(element: Element): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
