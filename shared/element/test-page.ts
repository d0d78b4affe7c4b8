import { type Signal, signal } from '@preact/signals';
import { ApiError } from '../api/errors.js';
import type { ApiClient, ApiRequest } from '../api/request.js';
import { type Messages, messages } from '../i18n/messages.js';
import type { Page } from '../page/page.types.js';

/** For tests of elements: a page whose network is a function. */
export interface TestPage extends Page {
  readonly messages: Signal<Messages>;
  readonly endpoint: Signal<string | null>;
  /** What was logged for the integrator. */
  readonly logged: string[];
  /** Every request. */
  readonly requests: ApiRequest<unknown>[];
}

/** @param answer - Returns the `data` member of a successful reply, as it is on the wire, or throws an `ApiError`. */
export function createTestPage(
  answer: (request: ApiRequest<unknown>, signal: AbortSignal | undefined) => unknown,
): TestPage {
  const currentMessages = signal<Messages>(messages);
  const logged: string[] = [];
  const requests: ApiRequest<unknown>[] = [];
  const client: ApiClient = {
    async send(request, options) {
      requests.push(request);
      return request.decode(await answer(request, options?.signal));
    },
  };
  const noEndpoint: ApiClient = { send: () => Promise.reject(new ApiError('config', 'No endpoint is set.')) };
  return {
    logged,
    requests,
    consentGranted: signal(false),
    messages: currentMessages,
    addMessages(added) {
      currentMessages.value = { ...currentMessages.peek(), ...added };
    },
    messagesFor: () => currentMessages.value,
    endpoint: signal<string | null>('/proxy'),
    createClient: () => client,
    tokenSource: signal({ token: undefined, isSignedOut: false }),
    clientFor: (endpoint) => (endpoint ? client : noEndpoint),
    warn: (text) => void logged.push(text),
    report: (tag, error) => void logged.push(`${tag} ${error.code}`),
  };
}

/** Violations that axe finds in the element, with enough to see what is wrong. */
export async function findViolations(element: Element): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
