import { afterEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../shared/i18n/messages.js';
import { answer, append, findViolations, page, part, parts, reset, settled, show } from './test-element.js';
import { link, range, toPaged, type WireOffer } from './test-offers.js';

/** What an author writes between the tags; only here, in the test, is it parsed from text. */
function toTemplate(html: string): HTMLTemplateElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template;
}

const compactRow = '<p class="row"><a data-bind-href="link" data-bind="name"></a> <b data-bind="payout"></b></p>';
const pictureTile =
  '<figure><img data-bind-src="thumbnail" data-bind-alt="name"><figcaption data-bind="name"></figcaption><em data-if="featured">New!</em></figure>';

const offer: WireOffer = {
  ...range(1)[0],
  id: 1,
  name: '<img src=x onerror=alert(1)>Lamps',
  description: 'Nice',
  preview_url: 'https://shop.example/',
  Thumbnail: { id: '9', url: 'http://media.example/a b.png' },
};
const answerWith = (...offers: WireOffer[]) => answer.mockImplementation(() => toPaged(offers));

const own = (element: Element) =>
  [...element.children].filter(({ slot }) => slot.startsWith('offer-')) as HTMLElement[];

reset();
afterEach(reset);

describe("the integrator's template", () => {
  it('renders each offer in the light DOM, where the page styles it', async () => {
    const element = await show({ 'page-size': '2', 'aff-sub': 'x' }, toTemplate(compactRow));
    expect(own(element).map((row) => row.textContent)).toEqual(['Offer 1 €14.00 per sale', 'Offer 2 €14.00 per sale']);
    expect(own(element).every((row) => row.checkVisibility())).toBe(true);
    expect(parts(element, 'name')).toEqual([]);
    expect(await findViolations(element)).toEqual([]);
  });

  it('applies the link policy to every bound anchor, and fires an event for a click', async () => {
    const element = await show({ 'page-size': '1', 'aff-sub': 'x' }, toTemplate(compactRow));
    const anchor = element.querySelector('a') as HTMLAnchorElement;
    expect(anchor.getAttribute('href')).toBe(`${link(1).click_url}&aff_sub=x`);
    expect([anchor.rel, anchor.target]).toEqual(['sponsored nofollow noopener', '_blank']);
    const told = vi.fn();
    element.addEventListener('hasoffers-offer-click', (event) => {
      told((event as CustomEvent).detail.url);
      event.preventDefault();
    });
    anchor.click();
    expect(told).toHaveBeenCalledExactlyOnceWith(anchor.href);
    expect(part(element, 'disclosure').textContent).toBe(messages.disclosure);
  });

  it('writes text, never markup, and only pictures and links into addresses', async () => {
    answerWith(offer);
    const element = await show(
      {},
      toTemplate(
        '<div data-bind="name"></div><a data-bind-href="name">a</a><img data-bind-src="link" alt=""><iframe data-bind-src="thumbnail"></iframe>' +
          '<a class="p" data-bind-href="preview">p</a><img class="t" data-bind-src="thumbnail" data-bind-alt="name">',
      ),
    );
    const [name] = own(element);
    expect(name?.children).toHaveLength(0);
    expect(name?.textContent).toBe('Lamps');
    expect(element.querySelector('a')?.hasAttribute('href')).toBe(false);
    expect(element.querySelector('img')?.hasAttribute('src')).toBe(false);
    expect(element.querySelector('iframe')?.hasAttribute('src')).toBe(false);
    expect(element.querySelector('.p')?.getAttribute('href')).toBe('https://shop.example/');
    expect(element.querySelector('.t')?.getAttribute('src')).toBe('http://media.example/a%20b.png');
    expect(element.querySelector('.t')?.getAttribute('alt')).toBe('Lamps');
  });

  it('leaves out elements whose condition is not met, at any depth', async () => {
    answerWith({ ...offer, id: 1 }, { ...offer, id: 2, featured: '2026-03-02 09:00:00', require_approval: '1' });
    const element = await show(
      {},
      toTemplate(
        '<i data-if="featured">!</i><p><a data-if="link" data-bind-href="link">go</a><span data-bind="id"></span></p>',
      ),
    );
    expect(own(element).map((node) => node.textContent)).toEqual(['go1', '!', '2']);
  });

  it.each([
    ['description', 'Nice'],
    ['payout', '€14.00 per sale'],
    ['amount', '€14.00'],
    ['unit', messages.cpa_flat],
    ['payout-type', 'CPA'],
    ['currency', 'EUR'],
    ['country', messages.allCountries],
    ['status', messages.open],
    ['featured', ''],
    ['expiry', ''],
    ['unknown', 'own words'],
  ])('knows %s', async (name, expected) => {
    answerWith(offer);
    const element = await show({}, toTemplate(`<p data-bind="${name}">own words</p>`));
    expect(own(element)[0]?.textContent).toBe(expected);
  });

  it('makes a link that did not come along, in the anchor that is there', async () => {
    answer.mockImplementation(({ method }) => (method === 'generateTrackingLink' ? link(1) : toPaged([{ id: 1 }])));
    const element = await show({ fields: 'payout' }, toTemplate(compactRow));
    const anchor = element.querySelector('a') as HTMLAnchorElement;
    expect([anchor.hasAttribute('href'), anchor.getAttribute('role'), anchor.tabIndex]).toEqual([false, 'link', 0]);
    anchor.focus();
    await expect.poll(() => anchor.getAttribute('href')).toBe(link(1).click_url);
    expect(document.activeElement).toBe(anchor);
  });

  it('follows the offers: page by page, without leaving anything behind', async () => {
    const element = await show({ 'page-size': '3' }, toTemplate(pictureTile));
    element.shadowRoot?.querySelector<HTMLElement>('[aria-label="Page 2"]')?.click();
    await settled();
    expect(own(element).map((tile) => tile.textContent)).toEqual(['Offer 4', 'Offer 5', 'Offer 6']);
    expect([...element.childNodes].length).toBeLessThan(12);
  });

  it('keeps its place invisibly while offers load', async () => {
    const element = append({ 'page-size': '3' }, toTemplate(compactRow));
    const before = element.getBoundingClientRect().height;
    expect(own(element).map((row) => getComputedStyle(row).visibility)).toEqual(['hidden', 'hidden', 'hidden']);
    await element.ready;
    expect(element.getBoundingClientRect().height).toBe(before);
    expect(own(element)).toHaveLength(3);
  });

  it('does not duplicate copies from a snapshot of the page', async () => {
    const old = Object.assign(document.createElement('p'), { slot: 'offer-1', textContent: 'old' });
    const element = await show({ 'page-size': '1' }, toTemplate(compactRow), old);
    expect(own(element)).toHaveLength(1);
    expect(element.textContent).not.toContain('old');
  });

  it('requests what it shows, like the built-in item', async () => {
    await show({ fields: 'thumbnail' }, toTemplate(pictureTile));
    expect(answer.mock.calls[0]?.[0].params.contain).toEqual(['Thumbnail', 'TrackingLink']);
  });
});

describe('text beside bindings', () => {
  it.each([
    ['From <b data-bind="amount"></b>', 'From €14.00'],
    ['<b data-bind="amount"></b> only', '€14.00 only'],
    ['<b data-bind="amount"></b> / <i data-bind="payout-type"></i>', '€14.00 / CPA'],
    ['\n  From <b data-bind="amount"></b>\n', 'From €14.00'],
    ['<!-- price --> From <b data-bind="amount"></b>', 'From €14.00'],
    ['Offer!', 'Offer!'],
    ['<p>From <b data-bind="amount"></b></p>', 'From €14.00'],
    ['\u2022 <a data-bind-href="link" data-bind="name"></a><em data-if="featured">New</em>', '\u2022 Lamps'],
  ])('is kept: %j', async (html, expected) => {
    answerWith(offer);
    const element = await show({}, toTemplate(html));
    expect(own(element).map((copy) => copy.textContent?.trim())).toEqual([expected]);
    expect(own(element)[0]?.checkVisibility()).toBe(true);
  });

  it.each(['p', 'div', 'section', 'span', 'figure', 'center'])('is found in <%s>', async (name) => {
    answerWith(offer);
    const around = document.createElement(name);
    around.append(toTemplate('From <b data-bind="amount"></b>'));
    const element = await show({}, around);
    expect(own(element).map((copy) => copy.textContent)).toEqual(['From €14.00']);
    expect(parts(element, 'name')).toEqual([]);
  });

  it('is found where the list itself stands in a slot, and not in a slot of the list', async () => {
    answerWith(offer);
    const header = Object.assign(document.createElement('div'), { slot: 'header' });
    header.append(toTemplate('not this one'));
    const element = await show({ slot: 'main' }, header, toTemplate('From <b data-bind="amount"></b>'));
    expect(own(element).map((copy) => copy.textContent)).toEqual(['From €14.00']);
  });
});

describe('a binding without effect is logged, always with the same message', () => {
  it.each([
    ['<b data-bind="prize"></b>', 'data-bind="prize"'],
    ['<b data-bind=""></b>', 'data-bind=""'],
    ['<b data-bind="Name"></b>', 'data-bind="Name"'],
    ['<b data-bind-href="link"></b>', 'data-bind-href="link"'],
    ['<a data-bind-href="name"></a>', 'data-bind-href="name"'],
    ['<iframe data-bind-src="thumbnail"></iframe>', 'data-bind-src="thumbnail"'],
    ['<img data-bind-src="link" alt="">', 'data-bind-src="link"'],
    ['<b data-bind-title="name"></b>', 'data-bind-title="name"'],
    ['<b data-bind-style="name"></b>', 'data-bind-style="name"'],
    ['<b data-if="nothing">x</b>', 'data-if="nothing"'],
    ['<div><p>From <b data-bind="prize"></b></p></div>', 'data-bind="prize"'],
    ['<img data-bind="thumbnail" alt="">', '<img data-bind="thumbnail">'],
    ['<b data-bind-alt="name"></b>', 'data-bind-alt="name"'],
    ['<p data-bind="name">From <b data-bind="amount"></b></p>', 'data-bind="amount"'],
    ['<p data-bind="name"><i><img data-bind-src="thumbnail" alt=""></i></p>', 'data-bind-src="thumbnail"'],
  ])('%s', async (html, expected) => {
    page.logged.length = 0;
    const element = await show({ 'page-size': '3' }, toTemplate(html));
    await expect.poll(() => page.logged[0]).toContain(expected);
    await element.refresh();
    await settled();
    // The page's logger says each text once.
    expect(new Set(page.logged).size).toBe(1);
  });

  it('and nothing is logged where all have one', async () => {
    page.logged.length = 0;
    await show({}, toTemplate(`${compactRow + pictureTile}<i data-if="link">x</i>`));
    await settled();
    expect(page.logged).toEqual([]);
  });
});
