import { vi } from 'vitest';
import { messages } from '../i18n/messages.js';
import { createResource, type Resource } from '../resource.js';
import { flag, integer, oneOf } from './attributes.js';
import { defineWidget } from './define-widget.js';
import { createTestPage } from './test-page.js';
import type { ViewProps, Widget } from './widget.js';
import { useWidget } from './widget-context.js';

/** For tests of what every element does: a widget of one word, which loads a text and shows it. */
interface Attributes {
  readonly pageSize: number;
  readonly shout: boolean;
  readonly layout: 'wide' | 'narrow';
}

export interface Probe extends HTMLElement, Attributes {
  readonly state: string;
  readonly ready: Promise<void>;
  refresh(): Promise<void>;
  grantConsent(): void;
  loading: string;
  endpoint: string | null;
}

/** In the place of a network: gives the text for a page size. */
export const answers = vi.fn(async (pageSize: number) => `rows: ${pageSize}`);

export const page = createTestPage(() => {
  throw new Error('not used');
});

function View({ model, attributes }: ViewProps<Attributes, Resource<string>>) {
  const { messages: t, emit, announce } = useWidget();
  const now = model.state.value;
  if ('data' in now && now.data === 'crash') throw new Error('a bug in the view');
  return (
    <div>
      <output>{'data' in now ? `${now.data}${attributes.shout ? '!' : ''}` : now.status}</output>
      <button type="button" onClick={() => announce(String(emit('hasoffers-pressed', 7)))}>
        {t.retry}
      </button>
      {now.status === 'error' && (
        <button type="button" class="again" onClick={() => void model.refresh()}>
          again
        </button>
      )}
    </div>
  );
}

let count = 0;

/** A new name each time: a registry never forgets one. */
export const newTag = () => `hasoffers-probe-${++count}` as const;

export const probe = (tag: `hasoffers-${string}`): Widget<Attributes, string, Resource<string>> => ({
  tag,
  styles: 'output{color:rgb(1, 2, 3)}',
  attributes: {
    pageSize: integer({ min: 1, max: 100, default: 20 }),
    shout: flag,
    layout: oneOf('wide', 'narrow'),
  },
  createModel: ({ attributes, client }) =>
    createResource({
      client,
      query: () => attributes.value.pageSize,
      load: (size) => answers(size),
      isEmpty: (data) => data === '',
    }),
  View,
});

export function defineProbe(tag: `hasoffers-${string}`): void {
  defineWidget(probe(tag), page);
}

/** An element that is not in the page yet. */
export function create(attributes: Record<string, string> = {}): Probe {
  const tag = newTag();
  defineProbe(tag);
  const element = document.createElement(tag) as Probe;
  for (const [name, value] of Object.entries({ loading: 'eager', ...attributes })) element.setAttribute(name, value);
  return element;
}

export function reset(): void {
  document.body.replaceChildren();
  page.consentGranted.value = false;
  page.endpoint.value = '/proxy';
  page.messages.value = messages;
  page.logged.length = 0;
  // Back to the text for a page size.
  answers.mockReset();
}

export const shown = (element: HTMLElement) => element.shadowRoot?.querySelector('output')?.textContent;
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
