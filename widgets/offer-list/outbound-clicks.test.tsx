import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { messages } from '../../shared/i18n/messages.js';
import type { OfferClick } from '../../shared/offer/offer-events.js';
import { answer, page, part, parts, reset, said, settled, show, type TestedElement } from './test-element.js';
import { link, range, refused, toPaged } from './test-offers.js';

/** The tab that a click opens, without opening one. */
function catchTab() {
  const tab = { opener: window as unknown, location: { assign: vi.fn() }, close: vi.fn() };
  const open = vi.spyOn(window, 'open').mockReturnValue(tab as unknown as Window);
  return { tab, open };
}

/** Offers whose links did not come along; `make` answers for each link. */
function answerWithoutLinks(make: () => unknown): void {
  answer.mockImplementation(({ method }) =>
    method === 'generateTrackingLink' ? make() : toPaged(range(2).map(({ TrackingLink: _, ...offer }) => offer)),
  );
}

/** What the page is told, and the clicks that would have left it. */
function listen(element: TestedElement, stay = false) {
  const told: OfferClick[] = [];
  const left: boolean[] = [];
  element.addEventListener('hasoffers-offer-click', (event) => {
    told.push((event as CustomEvent<OfferClick>).detail);
    if (stay) event.preventDefault();
  });
  for (const type of ['click', 'auxclick']) {
    element.addEventListener(type, (event) => {
      left.push(!event.defaultPrevented);
      // Tests stay on their page.
      event.preventDefault();
    });
  }
  return { told, left };
}

const click = (node: HTMLElement, type = 'click', init: MouseEventInit = {}) =>
  node.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init }));
const made = () => page.requests.filter(({ method }) => method === 'generateTrackingLink').length;

reset();
afterEach(() => {
  reset();
  vi.restoreAllMocks();
});

describe('a link', () => {
  it('says what it is to browsers and search engines, and carries the sub-ids', async () => {
    const element = await show({ 'aff-sub': 'home page', 'aff-sub5': 'e', 'aff-source': 'blog' });
    const anchor = part(element, 'link');
    expect(anchor.getAttribute('rel')).toBe('sponsored nofollow noopener');
    expect(anchor.getAttribute('target')).toBe('_blank');
    expect(anchor.getAttribute('href')).toBe(`${link(1).click_url}&aff_sub=home+page&aff_sub5=e&source=blog`);
    expect(anchor.textContent).toContain('Offer 1');
    element.setAttribute('aff-sub', 'other');
    element.setAttribute('target', '_self');
    await settled();
    expect(part(element, 'link').getAttribute('href')).toContain('aff_sub=other&');
    expect(part(element, 'link').getAttribute('target')).toBe('_self');
  });

  it('never brings the impression pixel with it', async () => {
    answer.mockImplementation(() =>
      toPaged([
        {
          ...range(1)[0],
          id: 1,
          TrackingLink: { ...link(1), impression_pixel: '<img src="http://go.example/aff_i">' },
        },
      ]),
    );
    const element = await show();
    expect(element.shadowRoot?.innerHTML).not.toMatch(/aff_i\b/);
  });

  it.each([
    ['https://shop.example/a b', 'https://shop.example/a%20b'],
    ['javascript:alert(1)', null],
    ['', null],
  ])('to the preview %s goes to %s', async (preview_url, href) => {
    answer.mockImplementation(() => toPaged([{ ...range(1)[0], id: 1, preview_url }]));
    const element = await show({ link: 'preview' });
    expect(parts(element, 'link')[0]?.getAttribute('href') ?? null).toBe(href);
  });

  it.each([
    ['the mouse', (anchor: HTMLElement) => click(anchor)],
    ['the middle button', (anchor: HTMLElement) => click(anchor, 'auxclick', { button: 1 })],
    [
      'the keyboard',
      async (anchor: HTMLElement) => {
        anchor.focus();
        await userEvent.keyboard('{Enter}');
      },
    ],
  ])('fires one event before the visitor leaves by %s', async (_, use) => {
    const element = await show();
    const { told, left } = listen(element);
    await use(part(element, 'link'));
    expect(told).toEqual([{ offer: expect.objectContaining({ id: '1' }), url: link(1).click_url }]);
    expect(left).toEqual([true]);
  });

  it('can be cancelled by the page', async () => {
    const element = await show();
    const { told, left } = listen(element, true);
    click(part(element, 'link'));
    click(part(element, 'link'), 'auxclick', { button: 1 });
    expect(told).toHaveLength(2);
    expect(left).toEqual([false, false]);
  });

  it('fires no event for the right button, which opens a menu', async () => {
    const element = await show();
    const { told } = listen(element);
    click(part(element, 'link'), 'auxclick', { button: 2 });
    expect(told).toEqual([]);
  });
});

describe('a link that did not come along', () => {
  it.each([
    ['pointed at', (anchor: HTMLElement) => anchor.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))],
    ['focused', (anchor: HTMLElement) => anchor.focus()],
  ])('is requested once when it is %s, and keeps the focus', async (_, foresee) => {
    answerWithoutLinks(() => link(1));
    const element = await show({ 'aff-sub': 'x' });
    const anchor = part(element, 'link');
    expect([anchor.getAttribute('href'), anchor.getAttribute('role'), anchor.tabIndex]).toEqual([null, 'link', 0]);
    expect(made()).toBe(0);
    foresee(anchor);
    foresee(anchor);
    await expect.poll(() => anchor.getAttribute('href')).toBe(`${link(1).click_url}&aff_sub=x`);
    expect(part(element, 'link')).toBe(anchor);
    expect(anchor.hasAttribute('role')).toBe(false);
    expect(made()).toBe(1);
  });

  it.each([
    ['a click', (anchor: HTMLElement) => click(anchor)],
    ['the middle button', (anchor: HTMLElement) => click(anchor, 'auxclick', { button: 1 })],
    [
      'the Enter key',
      (anchor: HTMLElement) =>
        anchor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    ],
  ])('opens its tab at once on %s, and navigates when the link is there', async (_, use) => {
    let make = (_: unknown) => {};
    answerWithoutLinks(
      () =>
        new Promise((resolve) => {
          make = resolve;
        }),
    );
    const element = await show({ 'aff-sub': 'x' });
    const { told } = listen(element);
    const { tab, open } = catchTab();
    use(part(element, 'link'));
    expect(open).toHaveBeenCalledExactlyOnceWith('', '_blank');
    expect(tab.opener).toBeNull();
    expect(told).toEqual([]);
    await settled();
    make(link(1));
    await settled();
    expect(told).toMatchObject([{ url: `${link(1).click_url}&aff_sub=x` }]);
    expect(tab.location.assign).toHaveBeenCalledExactlyOnceWith(`${link(1).click_url}&aff_sub=x`);
  });

  it('closes its tab when the request fails, announces that, and can be retried', async () => {
    answerWithoutLinks(() => {
      throw refused;
    });
    const element = await show();
    const { tab } = catchTab();
    click(part(element, 'link'));
    await settled();
    expect(tab.close).toHaveBeenCalledOnce();
    expect(said(element)).toBe(messages.errorTemporary);
    expect(part(element, 'link').textContent).toContain(messages.retry);
    answerWithoutLinks(() => link(1));
    click(part(element, 'link'));
    await settled();
    expect(tab.location.assign).toHaveBeenCalledExactlyOnceWith(link(1).click_url);
  });

  it('closes its tab when the page cancels', async () => {
    answerWithoutLinks(() => link(1));
    const element = await show();
    listen(element, true);
    const { tab } = catchTab();
    click(part(element, 'link'));
    await settled();
    expect([tab.close.mock.calls.length, tab.location.assign.mock.calls.length]).toEqual([1, 0]);
  });
});
