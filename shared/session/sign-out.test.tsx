import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toRequest } from '../api/request.js';
import { createSession } from './session.js';
import { createStage, mint, recordTexts, type SignedInProbe, shownIn } from './test-signed-in.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function show<Elements extends readonly SignedInProbe[]>(...elements: Elements): Promise<Elements> {
  document.body.append(...elements);
  await Promise.all(elements.map((element) => element.ready));
  return elements;
}

describe('signOut()', () => {
  it('empties every signed-in element at once, asks for nothing, and leaves no timer', async () => {
    const { create, page, token, proxy } = createStage();
    const elements = await show(create(), create({ attributes: { rows: '5' } }));
    const [first] = elements;
    first.shadowRoot?.querySelector<HTMLElement>('.content')?.focus();
    page.signOut();
    for (const element of elements) expect(shownIn(element)).not.toContain('member-1');
    await expect.poll(() => elements.map((element) => element.state)).toEqual(['error', 'error']);
    for (const element of elements) expect(shownIn(element)).toContain('Please sign in');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([token.mock.calls.length, proxy.calls.length, vi.getTimerCount()]).toEqual([1, 2, 0]);
  });

  it('tells the page: state, event and slot', async () => {
    const { create, page } = createStage();
    const [element] = await show(create());
    const sentence = document.createElement('p');
    sentence.slot = 'signed-out';
    element.append(sentence);
    const heard = vi.fn();
    element.addEventListener('hasoffers-error', ({ detail }) => heard(detail));
    page.signOut();
    await expect.poll(() => heard.mock.calls).toHaveLength(1);
    expect(heard).toHaveBeenCalledWith({
      code: 'signed-out',
      message: 'Nobody is signed in, or the token was refused.',
      retryable: true,
    });
    expect(sentence.assignedSlot).not.toBeNull();
    expect(element.matches(':state(error)')).toBe(true);
  });

  it('is forgotten in what was loaded before: the next member sees nothing of it', async () => {
    const { create, page, token, proxy } = createStage();
    const [element] = await show(create());
    page.signOut();
    const texts = recordTexts(element);
    token.mockImplementation(() => mint({ sub: 'member-2' }));
    await element.refresh();
    await expect.poll(() => shownIn(element)).toContain('of member-2');
    expect(texts.filter((text) => text.includes('member-1'))).toEqual([]);
    expect(proxy.calls).toHaveLength(2);
    expect(token.mock.calls.map(([{ reason }]) => reason)).toEqual(['first', 'first']);
  });

  it.each([0, 1, 2, 3, 4, 5])('ends what is under way, %i microtasks after the token has come', async (microtasks) => {
    const { create, page, proxy, token } = createStage();
    let resolve: (text: string) => void = () => {};
    token.mockReturnValueOnce(new Promise((settle) => (resolve = settle)));
    const element = create();
    document.body.append(element);
    await expect.poll(() => token.mock.calls.length).toBe(1);
    resolve(mint());
    for (let count = 0; count < microtasks; count += 1) await Promise.resolve();
    page.signOut();
    await element.ready;
    expect([element.state, proxy.calls.length, vi.getTimerCount()]).toEqual(['error', 0, 0]);
  });

  it('ends the wait for a token', async () => {
    const { create, page, proxy, token } = createStage();
    token.mockReturnValueOnce(new Promise(() => {}));
    const element = create();
    document.body.append(element);
    await expect.poll(() => token.mock.calls.length).toBe(1);
    page.signOut();
    await element.ready;
    expect([element.state, proxy.calls.length, vi.getTimerCount()]).toEqual(['error', 0, 0]);
  });

  it('reaches an element that is out of the page meanwhile', async () => {
    const { create, page, token } = createStage();
    const [element, other] = await show(create(), create({ attributes: { rows: '5' } }));
    element.remove();
    await vi.advanceTimersByTimeAsync(0);
    page.signOut();
    token.mockReturnValue(null);
    const texts = recordTexts(element);
    other.after(element);
    await expect.poll(() => element.state).toBe('error');
    expect(texts.filter((text) => text.includes('member-1'))).toEqual([]);
  });

  it('reaches the token while there is no element', async () => {
    const { create, page, token } = createStage();
    const [element] = await show(create());
    element.remove();
    await vi.advanceTimersByTimeAsync(0);
    page.signOut();
    token.mockImplementation(() => mint({ sub: 'member-2' }));
    const [next] = await show(create());
    expect(shownIn(next)).toContain('of member-2');
  });

  it('ends what "Try again", another element or configure() begins anew, for all', async () => {
    const { create, page, token } = createStage();
    const [element] = await show(create());
    const member = (name: string) => token.mockImplementation(() => mint({ sub: name }));
    page.signOut();
    member('member-2');
    const [other] = await show(create({ attributes: { rows: '5' } }));
    expect(shownIn(other)).toContain('of member-2');
    await expect.poll(() => shownIn(element)).toContain('of member-2');

    page.signOut();
    page.configure({ token: () => mint({ sub: 'member-3' }) });
    for (const each of [element, other]) await expect.poll(() => shownIn(each)).toContain('of member-3');

    page.signOut();
    await expect.poll(() => element.state).toBe('error');
    element.shadowRoot?.querySelector<HTMLButtonElement>('[part=retry]')?.click();
    for (const each of [element, other]) await expect.poll(() => shownIn(each)).toContain('of member-3');
  });

  it('is not undone by what happens by itself, such as a connection that is back', async () => {
    const { create, page, token, proxy } = createStage();
    const [element] = await show(create());
    const heard = vi.fn();
    element.addEventListener('hasoffers-error', heard);
    page.signOut();
    await expect.poll(() => heard.mock.calls).toHaveLength(1);
    window.dispatchEvent(new Event('online'));
    await expect.poll(() => heard.mock.calls).toHaveLength(2);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await expect.poll(() => heard.mock.calls).toHaveLength(3);
    expect([token.mock.calls.length, proxy.calls.length, element.state]).toEqual([1, 1, 'error']);
  });

  it('without a token function empties the elements, too', async () => {
    const { create, page } = createStage();
    const [element] = await show(create());
    page.configure({ token: null });
    page.signOut();
    expect(shownIn(element)).not.toContain('member-1');
    await expect.poll(() => element.state).toBe('error');
  });

  it('leaves public elements alone', async () => {
    const { create, page } = createStage();
    const [element] = await show(create({ scopes: 'public' }));
    const shown = shownIn(element);
    page.signOut();
    expect(shownIn(element)).toBe(shown);
  });
});

describe('data of one subject and lock is never shown to another', () => {
  it.each([
    ['subject', { sub: 'member-2' }],
    ['lock', { lock: { aff_sub: 'member-2' } }],
  ])('when a renewed token has another %s, elements are emptied and load again', async (_, claims) => {
    const { create, token, proxy } = createStage();
    const [first, second] = await show(create(), create({ attributes: { rows: '5' } }));
    const texts = [recordTexts(first), recordTexts(second)];
    token.mockImplementation(() => mint(claims));
    await vi.advanceTimersByTimeAsync(481_000);
    for (const each of [first, second]) await expect.poll(() => shownIn(each)).toContain('member-2');
    for (const seen of texts) {
      const old = seen.findLastIndex((text) => text.includes('member-1 {}'));
      const fresh = seen.findIndex((text) => text.includes('member-2'));
      expect(old).toBeLessThan(fresh);
      // There was nothing in between.
      expect(seen.slice(old + 1, fresh).some((text) => !text.includes('member'))).toBe(true);
    }
    expect(proxy.calls).toHaveLength(4);
  });

  it('when the token for a request has another subject: the request is not sent', async () => {
    const { page, token, proxy } = createStage();
    const session = createSession({ page, endpoint: new URL('/proxy', location.href).href, fetch: proxy.fetch });
    const client = session.client.peek();
    const request = toRequest('Report', 'getStats', {}, String);
    await expect(client.send(request)).resolves.toContain('of member-1');
    token.mockImplementation(() => mint({ sub: 'member-2' }));
    await vi.advanceTimersByTimeAsync(481_000);
    await expect(client.send(request)).rejects.toMatchObject({ code: 'signed-out' });
    expect(proxy.calls).toHaveLength(1);
    await expect(session.client.peek().send(request)).resolves.toContain('of member-2');
  });

  it('when a token of no known kind is replaced by another', async () => {
    const { create, token, proxy } = createStage();
    proxy.refuse('opaque-1');
    token.mockReturnValueOnce('opaque-1');
    const [element] = await show(create());
    expect(token).toHaveBeenCalledTimes(2);
    expect(shownIn(element)).toContain('of member-1');
  });

  it('when nobody is signed in at the time of a renewal', async () => {
    const { create, token, proxy } = createStage();
    const [element] = await show(create());
    token.mockReturnValue(null);
    await vi.advanceTimersByTimeAsync(481_000);
    await expect.poll(() => element.state).toBe('error');
    expect(shownIn(element)).not.toContain('member-1');
    expect([token.mock.calls.length, proxy.calls.length]).toEqual([2, 1]);
  });

  it('on one page with two endpoints', async () => {
    const { create, token } = createStage();
    token.mockImplementation(({ endpoint }) => mint({ lock: { aff_sub: endpoint.endsWith('/a') ? 'one' : 'two' } }));
    const elements = ['/a', '/b', '/a', '/b'].map((endpoint) => create({ attributes: { endpoint } }));
    await show(...elements);
    expect(elements.map((element) => /aff_sub":"(\w+)/.exec(shownIn(element))?.[1])).toEqual([
      'one',
      'two',
      'one',
      'two',
    ]);
    expect(token).toHaveBeenCalledTimes(2);
    const [first] = elements as [SignedInProbe];
    const texts = recordTexts(first);
    first.endpoint = '/b';
    await expect.poll(() => shownIn(first)).toContain('/b of member-1 {"aff_sub":"two"}');
    expect(texts.filter((text) => text.includes('one') && text.includes('/b'))).toEqual([]);
    expect(texts.some((text) => !text.includes('aff_sub'))).toBe(true);
  });

  it('when configure() brings another token function', async () => {
    const { create, page, token } = createStage();
    const [element] = await show(create());
    page.configure({ token: () => mint({ sub: 'member-2' }) });
    await expect.poll(() => shownIn(element)).toContain('of member-2');
    const texts = recordTexts(element);
    // As a component does that configures each time it renders.
    page.configure({ token: () => mint({ sub: 'member-2' }) });
    page.configure({ token: () => mint({ sub: 'member-2' }) });
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts).toHaveLength(1);
    expect(token).toHaveBeenCalledOnce();
  });
});
