import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toRequest } from '../api/request.js';
import { createSession } from './session.js';
import { createStage, mint, recordTexts, type SignedInProbe, shownIn } from './test-signed-in.js';

/** Milliseconds after which a token of ten minutes is renewed. */
const renewalTime = 480_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show(element: SignedInProbe): Promise<SignedInProbe> {
  document.body.append(element);
  await element.ready;
  return element;
}

const reasons = ({ token }: ReturnType<typeof createStage>) => token.mock.calls.map(([{ reason }]) => reason);

const goOffline = () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
const hidePage = () => vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
const farBelow = (element: HTMLElement) => {
  const spacer = document.createElement('div');
  spacer.style.height = '5000px';
  element.before(spacer);
  return spacer;
};

describe('a token is renewed at 80 % of its life', () => {
  it.each([
    ['as its claims say', () => mint()],
    ['as the page says', () => ({ token: mint({ exp: undefined }), expiresIn: 600 })],
  ])('%s, while an element is on screen, and what is shown stays', async (_, answer) => {
    const stage = createStage();
    stage.token.mockImplementation(answer);
    const texts = recordTexts(await show(stage.create()));
    await vi.advanceTimersByTimeAsync(renewalTime - 1000);
    expect(reasons(stage)).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(reasons(stage)).toEqual(['first', 'expired']);
    await vi.advanceTimersByTimeAsync(renewalTime);
    expect(reasons(stage)).toEqual(['first', 'expired', 'expired']);
    expect(texts).toHaveLength(1);
    expect(stage.proxy.calls).toHaveLength(1);
  });

  it.each([
    ['below the viewport', (element: SignedInProbe) => void farBelow(element)],
    ['not displayed', (element: SignedInProbe) => void element.style.setProperty('display', 'none')],
    ['in a page that is hidden', () => void hidePage()],
  ])('not for an element that is %s, but when it is needed next', async (_, hide) => {
    const stage = createStage();
    const element = await show(stage.create());
    hide(element);
    await vi.advanceTimersByTimeAsync(renewalTime + 1000);
    expect(reasons(stage)).toEqual(['first']);
    await element.refresh();
    expect(reasons(stage)).toEqual(['first', 'expired']);
    expect(new Set(stage.proxy.calls.map(({ authorization }) => authorization)).size).toBe(2);
  });

  it('when the page is looked at again', async () => {
    const stage = createStage();
    await show(stage.create());
    const hidden = hidePage();
    await vi.advanceTimersByTimeAsync(renewalTime + 1000);
    expect(reasons(stage)).toEqual(['first']);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reasons(stage)).toEqual(['first', 'expired']);
  });

  it('when the connection is back, without a reload', async () => {
    const stage = createStage();
    const element = await show(stage.create());
    const online = goOffline();
    await vi.advanceTimersByTimeAsync(renewalTime + 1000);
    expect(reasons(stage)).toEqual(['first']);
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(reasons(stage)).toEqual(['first', 'expired']);
    await element.refresh();
    expect(element.state).toBe('ready');
    expect(stage.proxy.calls).toHaveLength(2);
  });

  it('and when that fails, the old one is used to its end', async () => {
    const stage = createStage();
    const element = await show(stage.create());
    stage.token.mockRejectedValue(new Error('The server of the page is down.'));
    await vi.advanceTimersByTimeAsync(renewalTime + 1000);
    await element.refresh();
    expect([element.state, element.matches(':state(stale)'), stage.proxy.calls.length]).toEqual(['ready', false, 2]);
    await vi.advanceTimersByTimeAsync(120_000);
    await element.refresh();
    // A failure that may pass: what is shown stays.
    expect([element.state, element.matches(':state(stale)'), stage.proxy.calls.length]).toEqual(['ready', true, 2]);
    expect(shownIn(element)).toContain('of member-1');
  });

  it.each([
    ['no life at all', { exp: undefined }],
    ['a life that has ended before it began', { exp: 1 }],
  ])('not one that has %s: the proxy tells when it is over', async (_, claims) => {
    const stage = createStage();
    stage.token.mockImplementation(() => mint(claims));
    const element = await show(stage.create());
    await vi.advanceTimersByTimeAsync(86_400_000);
    await element.refresh();
    expect(reasons(stage)).toEqual(['first']);
  });

  it('and one of a moment not more than once a second', async () => {
    const stage = createStage();
    stage.token.mockImplementation(() => ({ token: mint(), expiresIn: 0.001 }));
    await show(stage.create());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stage.token.mock.calls.length).toBeLessThan(12);
  });
});

it.each([
  ['two days ahead', 2],
  ['two days behind', -2],
])("with the browser's clock %s everything loads and renews", async (_, days) => {
  vi.setSystemTime(Date.now() + days * 86_400_000);
  const stage = createStage();
  const issuedAt = Math.floor(Date.now() / 1000) - days * 86_400;
  stage.token.mockImplementation(() => mint({ iat: issuedAt, exp: issuedAt + 600 }));
  const element = await show(stage.create());
  expect(shownIn(element)).toContain('of member-1');
  await vi.advanceTimersByTimeAsync(renewalTime + 1000);
  expect(reasons(stage)).toEqual(['first', 'expired']);
});

it('a clock that is set while the page is open changes nothing', async () => {
  const stage = createStage();
  const element = await show(stage.create());
  vi.setSystemTime(Date.now() + 2 * 86_400_000);
  await element.refresh();
  expect(reasons(stage)).toEqual(['first']);
});

describe('a token that the proxy refuses', () => {
  it.each([
    ['expired', 'TOKEN_EXPIRED'],
    ['refused', 'TOKEN_INVALID'],
  ] as const)('as %s is renewed once, the request is repeated once, and what is shown stays', async (reason, code) => {
    const stage = createStage();
    const text = mint();
    stage.token.mockReturnValueOnce(text);
    const element = await show(stage.create());
    const texts = recordTexts(element);
    stage.proxy.refuse(text, code);
    await element.refresh();
    expect(reasons(stage)).toEqual(['first', reason]);
    expect(stage.proxy.calls).toHaveLength(3);
    expect(texts).toHaveLength(1);
    expect(element.state).toBe('ready');
  });

  it('is renewed once for all elements whose requests it ended', async () => {
    const stage = createStage();
    const text = mint();
    stage.token.mockReturnValueOnce(text);
    stage.proxy.refuse(text);
    const elements = [1, 2, 3].map((rows) => stage.create({ attributes: { rows: `${rows}` } }));
    document.body.append(...elements);
    await Promise.all(elements.map((element) => element.ready));
    expect(reasons(stage)).toEqual(['first', 'expired']);
    expect(stage.proxy.calls).toHaveLength(6);
    expect(elements.map((element) => element.state)).toEqual(['ready', 'ready', 'ready']);
  });

  it('and comes again makes two calls at most, and nobody is signed in any more', async () => {
    const stage = createStage();
    const text = mint();
    stage.token.mockReturnValue(text);
    const element = await show(stage.create());
    stage.proxy.refuse(text);
    await element.refresh();
    await expect.poll(() => element.state).toBe('error');
    expect(shownIn(element)).not.toContain('member-1');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([stage.proxy.calls.length, stage.token.mock.calls.length]).toEqual([3, 2]);
    expect(vi.getTimerCount()).toBe(0);
    stage.token.mockImplementation(() => mint());
    await element.refresh();
    await expect.poll(() => shownIn(element)).toContain('of member-1');
  });

  it('is not the fault of a request that failed in another way', async () => {
    const stage = createStage();
    const element = await show(stage.create());
    element.endpoint = '/elsewhere';
    await expect.poll(() => shownIn(element)).toContain('/elsewhere of member-1');
    expect(reasons(stage)).toEqual(['first', 'first']);
  });
});

it('a page that comes back from the back/forward cache asks who is signed in', async () => {
  const stage = createStage();
  const element = await show(stage.create());
  stage.token.mockReturnValue(null);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await expect.poll(() => element.state).toBe('error');
  expect(shownIn(element)).not.toContain('member-1');
});

it('a page that comes back asks again where nobody was signed in when it was left', async () => {
  const stage = createStage();
  stage.token.mockReturnValueOnce(null);
  const element = await show(stage.create());
  expect(element.state).toBe('error');
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await expect.poll(() => shownIn(element)).toContain('of member-1');
});

describe('when the last signed-in element has gone', () => {
  it('no timer is left, and the token serves the next one', async () => {
    const stage = createStage();
    const elements = [stage.create(), stage.create()];
    document.body.append(...elements);
    await Promise.all(elements.map((element) => element.ready));
    expect(vi.getTimerCount()).toBe(1);
    elements[0]?.remove();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(1);
    elements[1]?.remove();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    await show(stage.create());
    expect(reasons(stage)).toEqual(['first']);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('nobody waits for a token any more', async () => {
    const stage = createStage();
    stage.token.mockReturnValueOnce(new Promise(() => {}));
    const element = stage.create();
    document.body.append(element);
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(1);
    element.remove();
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
    await show(element);
    expect(shownIn(element)).toContain('of member-1');
  });

  it('a request that is still made starts none', async () => {
    const stage = createStage();
    const session = createSession({
      page: stage.page,
      endpoint: new URL('/proxy', location.href).href,
      fetch: stage.proxy.fetch,
    });
    const request = toRequest('Report', 'getStats', {}, String);
    await expect(session.client.peek().send(request)).resolves.toContain('of member-1');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('no listener is left', async () => {
    const added = [vi.spyOn(window, 'addEventListener'), vi.spyOn(document, 'addEventListener')];
    const stage = createStage();
    const element = await show(stage.create());
    element.remove();
    await vi.advanceTimersByTimeAsync(0);
    stage.page.signOut();
    await show(element);
    element.remove();
    await vi.advanceTimersByTimeAsync(0);
    const ours = added.flatMap(({ mock }) => mock.calls.filter(([type]) => /^(online|pageshow|vis)/.test(type)));
    expect(new Set(ours.map(([type]) => type))).toEqual(new Set(['online', 'pageshow', 'visibilitychange']));
    expect(ours.every(([, , options]) => Object(options).signal.aborted)).toBe(true);
  });
});
