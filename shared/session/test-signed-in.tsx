import { useLayoutEffect } from 'preact/hooks';
import { vi } from 'vitest';
import type { Fetch } from '../api/page-fetch.js';
import { toRequest } from '../api/request.js';
import { flag, integer } from '../element/attributes.js';
import { defineWidget } from '../element/define-widget.js';
import { newTag } from '../element/test-probe.js';
import type { ViewProps, Widget } from '../element/widget.js';
import { useWidget } from '../element/widget-context.js';
import { type ConfigurablePage, createPage } from '../page/page.js';
import { createResource, type Resource } from '../resource.js';
import { Notice } from '../ui/Notice.js';
import type { TokenAnswer, TokenRequest, TokenScope } from './session.types.js';
import { signedIn } from './signed-in.js';

/** For tests of signed-in elements: a proxy in the place of `fetch`, a token function, and a widget of one text. */

const toBase64Url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** A token as a server of the page's mints it; its signature is of no interest here. */
export function mint(claims: Readonly<Record<string, unknown>> = {}): string {
  const issuedAt = 1_700_000_000;
  const payload = { sub: 'member-1', iat: issuedAt, exp: issuedAt + 600, jti: crypto.randomUUID(), ...claims };
  return [{ alg: 'HS256' }, payload]
    .map((part) => toBase64Url(JSON.stringify(part)))
    .join('.')
    .concat('.signature');
}

interface FakeProxy {
  readonly fetch: Fetch;
  /** Each request: its path, and what it was authorized with. */
  readonly calls: {
    readonly path: string;
    readonly authorization: string | null;
    readonly cache?: string | undefined;
  }[];
  /** Refuses a token from now on. */
  refuse(token: string, code?: 'TOKEN_EXPIRED' | 'TOKEN_INVALID'): void;
}

/** Answers with the token's subject and lock. */
export function createFakeProxy(): FakeProxy {
  const calls: FakeProxy['calls'] = [];
  const refused = new Map<string, string>();
  const reply = (status: number, response: object): Response => new Response(JSON.stringify({ response }), { status });
  return {
    calls,
    refuse: (token, code = 'TOKEN_EXPIRED') => void refused.set(token, code),
    async fetch(url, init) {
      const { pathname, search } = new URL(url);
      const authorization = new Headers(init.headers).get('authorization');
      calls.push({ path: pathname + search, authorization, cache: init.cache });
      const token = authorization?.replace('Bearer ', '') ?? '';
      const code = token ? refused.get(token) : 'TOKEN_MISSING';
      if (code) return reply(401, { status: -1, errors: [{ code, publicMessage: 'No.' }] });
      const { sub, lock } = JSON.parse(atob(token.split('.')[1] ?? ''));
      return reply(200, { status: 1, data: `${pathname} of ${sub} ${JSON.stringify(lock ?? {})}` });
    },
  };
}

interface Attributes {
  readonly rows: number;
  readonly signedIn: boolean;
}

export interface SignedInProbe extends HTMLElement, Attributes {
  readonly state: string;
  readonly ready: Promise<void>;
  refresh(): Promise<void>;
  rows: number;
  signedIn: boolean;
  endpoint: string | null;
}

function View({ model }: ViewProps<Attributes, Resource<string>>) {
  const { status, data, error, loadedAt } = model.state.value;
  const { announce } = useWidget();
  useLayoutEffect(() => {
    if (data !== undefined) announce(data);
  }, [data]);
  return (
    <div>
      {error && <Notice error={error} staleSince={status === 'error' ? undefined : loadedAt} onRetry={model.refresh} />}
      <output>{data ?? status}</output>
    </div>
  );
}

const probe = (signedInPart: Pick<Widget<Attributes, string>, 'signedIn'>): Widget<Attributes, string> => ({
  tag: newTag(),
  styles: '',
  attributes: { rows: integer({ min: 1, max: 100, default: 10 }), signedIn: flag },
  createModel: ({ attributes, client }) =>
    createResource({
      client,
      query: () => attributes.value.rows,
      load: (limit, currentClient, signal) =>
        currentClient.send(toRequest('Report', 'getStats', { limit }, String), { signal }),
      isEmpty: (data) => data === '',
    }),
  View,
  ...signedInPart,
});

interface ProbeOptions {
  /** @default ['stats'] */
  readonly scopes?: readonly TokenScope[] | 'by attribute' | 'public';
  readonly attributes?: Readonly<Record<string, string>>;
}

interface Stage {
  readonly page: ConfigurablePage;
  readonly proxy: FakeProxy;
  /** The page's token function; gives a new token for the same member each time, until told otherwise. */
  readonly token: ReturnType<typeof vi.fn<(request: TokenRequest) => TokenAnswer | Promise<TokenAnswer>>>;
  /** Makes an element that is not in the page yet. */
  create(options?: ProbeOptions): SignedInProbe;
}

const neededScopes = (scopes: readonly TokenScope[] | 'by attribute') =>
  scopes === 'by attribute' ? (given: Attributes) => (given.signedIn ? [] : null) : scopes;

/** A page with a token function and a proxy. */
export function createStage(): Stage {
  const page = createPage();
  const proxy = createFakeProxy();
  const token = vi.fn<(request: TokenRequest) => TokenAnswer | Promise<TokenAnswer>>(() => mint());
  page.configure({ endpoint: '/proxy', token, debug: false });
  return {
    page,
    proxy,
    token,
    create({ scopes = ['stats'], attributes = {} }: ProbeOptions = {}) {
      const widget = probe(scopes === 'public' ? {} : { signedIn: signedIn(neededScopes(scopes), proxy.fetch) });
      defineWidget(widget, page);
      const element = document.createElement(widget.tag) as SignedInProbe;
      for (const [name, value] of Object.entries({ loading: 'eager', ...attributes }))
        element.setAttribute(name, value);
      return element;
    },
  };
}

/** All text that a visitor can see or hear in the element. */
export const shownIn = (element: HTMLElement): string => element.shadowRoot?.querySelector('.root')?.textContent ?? '';

/** Every text that was in the element since, one after the other. */
export function recordTexts(element: HTMLElement): string[] {
  const texts = [shownIn(element)];
  const observer = new MutationObserver(() => texts.push(shownIn(element)));
  if (element.shadowRoot) observer.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  return texts;
}

export const tryAgain = (element: HTMLElement): void =>
  element.shadowRoot?.querySelector<HTMLButtonElement>('[part=retry]')?.click();
