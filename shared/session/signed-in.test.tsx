import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStage, mint, type SignedInProbe, shownIn, tryAgain } from './test-signed-in.js';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ready = (...elements: readonly SignedInProbe[]) => Promise.all(elements.map((element) => element.ready));

/** When the browser has told those who wait for an element to come near. */
const nearnessKnown = (element: Element) =>
  new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(
      () => {
        observer.disconnect();
        resolve();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
  });

describe('a token is asked for', () => {
  it('not on a page with public elements only, and these send none', async () => {
    const { create, token } = createStage();
    const element = create({ scopes: 'public' });
    document.body.append(element);
    await element.ready;
    expect(token).not.toHaveBeenCalled();
  });

  it('once by five elements inserted in one tick, for all that they need', async () => {
    const { create, token, proxy } = createStage();
    const scopes = ['stats', 'payments', 'stats', 'messages', 'stats'] as const;
    const elements = scopes.map((scope, index) => create({ scopes: [scope], attributes: { rows: `${index + 1}` } }));
    document.body.append(...elements);
    await ready(...elements);
    expect(token).toHaveBeenCalledExactlyOnceWith({
      scopes: ['stats', 'payments', 'messages'],
      reason: 'first',
      endpoint: new URL('/proxy', location.href).href,
    });
    expect(new Set(proxy.calls.map(({ authorization }) => authorization)).size).toBe(1);
    expect(proxy.calls).toHaveLength(5);
  });

  it('by nobody while all are below the viewport, and once when one comes near', async () => {
    const { create, token, proxy } = createStage();
    const spacer = document.createElement('div');
    spacer.style.height = '5000px';
    const elements = [create({ attributes: { loading: 'lazy' } }), create({ attributes: { loading: 'lazy' } })];
    document.body.append(spacer, ...elements);
    await Promise.all(elements.map((element) => nearnessKnown(element)));
    expect(token).not.toHaveBeenCalled();
    spacer.remove();
    await ready(...elements);
    expect(token).toHaveBeenCalledOnce();
    expect(proxy.calls).toHaveLength(1);
  });

  it('again when an element comes that needs more, and for all that is needed then', async () => {
    const { create, token } = createStage();
    const first = create({ scopes: ['stats'] });
    document.body.append(first);
    await first.ready;
    const second = create({ scopes: ['payments'] });
    document.body.append(second);
    await second.ready;
    const third = create({ scopes: ['stats'] });
    document.body.append(third);
    await third.ready;
    expect(token.mock.calls.map(([{ scopes }]) => scopes)).toEqual([['stats'], ['stats', 'payments']]);
  });

  it('and waited for, while consent is missing not at all', async () => {
    const { create, token, page } = createStage();
    const element = create({ attributes: { consent: 'required' } });
    document.body.append(element);
    await expect.poll(() => shownIn(element)).toContain('IP address');
    expect(token).not.toHaveBeenCalled();
    page.consentGranted.value = true;
    await element.ready;
    expect(shownIn(element)).toContain('of member-1');
  });
});

describe('the token', () => {
  it('goes with each request as Authorization, and is in no URL', async () => {
    const { create, token, proxy } = createStage();
    const text = mint();
    // As a server sends a text.
    token.mockReturnValue(Promise.resolve(`${text}\n`));
    const element = create();
    document.body.append(element);
    await element.ready;
    expect(proxy.calls).toEqual([
      {
        path: '/proxy?Target=Affiliate_Report&Method=getStats&limit=10',
        authorization: `Bearer ${text}`,
        // The browser would keep a response for whoever asks next.
        cache: 'no-store',
      },
    ]);
  });

  it('is in no event, console line, storage or property', async () => {
    const { create, token, proxy, page } = createStage();
    page.configure({ debug: true });
    const text = mint();
    token.mockReturnValue(text);
    const lines = ['log', 'info', 'debug', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log'));
    const details: unknown[] = [];
    const listen = (event: Event) => details.push((event as CustomEvent).detail);
    for (const type of ['hasoffers-load', 'hasoffers-error']) document.addEventListener(type, listen);
    const element = create();
    document.body.append(element);
    await element.ready;
    proxy.refuse(text);
    await element.refresh();
    await expect.poll(() => details).toHaveLength(2);
    for (const type of ['hasoffers-load', 'hasoffers-error']) document.removeEventListener(type, listen);
    const traces = [details, lines.map((line) => line.mock.calls), { ...localStorage }, { ...sessionStorage }];
    const properties = Object.entries(element).map(([, value]) => String(value));
    const written = JSON.stringify([traces, properties, document.cookie, document.documentElement.outerHTML]);
    const [, payload = ''] = text.split('.');
    expect(written).not.toContain(payload);
    // The console was not simply silent.
    expect(written).toContain('Nobody is signed in');
  });

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an empty text', ''],
    ['the page of a login', '<!doctype html><title>Sign in</title>'],
    ['an object without a token', { expiresIn: 600 }],
  ])('that is %s means that nobody is signed in: no call to the proxy', async (_, answer) => {
    const { create, token, proxy } = createStage();
    token.mockReturnValueOnce(answer as null);
    const element = create();
    const sentence = document.createElement('p');
    sentence.slot = 'signed-out';
    element.append(sentence);
    document.body.append(element);
    await element.ready;
    expect([element.state, proxy.calls.length]).toEqual(['error', 0]);
    expect(sentence.assignedSlot).not.toBeNull();
    await element.refresh();
    await expect.poll(() => shownIn(element)).toContain('of member-1');
    expect(sentence.assignedSlot).toBeNull();
    expect(token.mock.calls.map(([{ reason }]) => reason)).toEqual(['first', 'first']);
  });

  it('that never comes ends in `signed-out` after 30 seconds, and "Try again" works', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { create, token, proxy } = createStage();
    token.mockReturnValueOnce(new Promise(() => {}));
    const element = create();
    document.body.append(element);
    await vi.advanceTimersByTimeAsync(29_900);
    expect(element.state).toBe('loading');
    await vi.advanceTimersByTimeAsync(200);
    await element.ready;
    expect(element.state).toBe('error');
    expect(shownIn(element)).toContain('Please sign in');
    tryAgain(element);
    await expect.poll(() => shownIn(element)).toContain('of member-1');
    expect(proxy.calls).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('words of the page'))],
    [
      'throws at once',
      () => {
        throw new Error('words of the page');
      },
    ],
  ])('whose function %s is a failure like no token, and says nothing of it', async (_, fail) => {
    const { create, token, page } = createStage();
    page.configure({ debug: true });
    const lines = vi.spyOn(console, 'error').mockImplementation(() => {});
    token.mockImplementationOnce(fail);
    const element = create();
    const heard = vi.fn();
    element.addEventListener('hasoffers-error', ({ detail }) => heard(detail));
    document.body.append(element);
    await element.ready;
    expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'signed-out', retryable: true }));
    expect(JSON.stringify([heard.mock.calls, lines.mock.calls])).not.toContain('words of the page');
    tryAgain(element);
    await expect.poll(() => shownIn(element)).toContain('of member-1');
  });
});

describe('a widget that an attribute makes a signed-in one', () => {
  it('sends the token only with the attribute, and keeps nothing of it without', async () => {
    const { create, token, proxy } = createStage();
    const element = create({ scopes: 'by attribute', attributes: { 'signed-in': '' } });
    document.body.append(element);
    await element.ready;
    expect(token).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ scopes: ['stats'] }));
    expect(shownIn(element)).toContain('of member-1');
    element.signedIn = false;
    expect(shownIn(element)).not.toContain('member-1');
    await expect.poll(() => element.state).toBe('error');
    expect(proxy.calls).toHaveLength(1);
    element.signedIn = true;
    await expect.poll(() => shownIn(element)).toContain('of member-1');
    expect(token).toHaveBeenCalledOnce();
  });
});

it('without a token function a signed-in element sends none, since the proxy may know its visitors by a cookie', async () => {
  const { create, page, proxy } = createStage();
  page.configure({ token: null });
  const element = create();
  document.body.append(element);
  await element.ready;
  expect(proxy.calls).toEqual([expect.objectContaining({ authorization: null })]);
  expect(shownIn(element)).toContain('Please sign in');
  page.configure({ token: () => mint() });
  await expect.poll(() => shownIn(element)).toContain('of member-1');
});

it('with a wrong endpoint nothing is asked', async () => {
  const { create, token } = createStage();
  const element = create({ attributes: { endpoint: 'https://network.api.hasoffers.com/' } });
  const heard = vi.fn();
  element.addEventListener('hasoffers-error', ({ detail }) => heard(detail.code));
  document.body.append(element);
  await element.ready;
  expect(heard).toHaveBeenCalledExactlyOnceWith('config');
  expect(token).not.toHaveBeenCalled();
});
