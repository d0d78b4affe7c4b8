import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { messages } from '../../shared/messages.js';
import {
  all,
  answer,
  answerPages,
  append,
  findViolations,
  one,
  page,
  part,
  parts,
  reset,
  said,
  settled,
  show,
  texts,
} from './test-element.js';
import { range, toPaged, type WireOffer } from './test-offers.js';

const countries = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, { code, name: code }]));

const lumen: WireOffer = {
  ...range(1)[0],
  id: 12,
  name: 'Lumen & Lamps | UK',
  description: '<p>Light for <b>everybody</b> &amp; all</p>',
  OfferCategory: { 4: { id: '4', name: 'Home' } },
  Country: countries('UK', 'DE', 'FR', 'IT'),
  payout_type: 'cpa_both',
  default_payout: '2.00000',
  percent_payout: '5.00',
  featured: '2026-03-02 09:00:00',
};

const answerWith = (...offers: WireOffer[]) =>
  answer.mockImplementation(({ params: { page, limit } }) => toPaged(offers, page, limit));
const layouts = ['grid', 'list', 'table'] as const;

reset();
afterEach(reset);

describe('<hasoffers-offer-list>', () => {
  it.each(layouts)('shows an offer as a %s', async (layout) => {
    answerWith(lumen);
    const element = await show({ layout });
    expect(texts(element, 'name')).toEqual(['Lumen & Lamps | UK']);
    expect(texts(element, 'description')).toEqual(['Light for everybody & all']);
    expect(part(element, 'payout').textContent).toBe('€2.00 + 5% of the sale');
    expect(part(element, 'payout').title).toBe('CPA + CPS');
    expect(part(element, 'thumbnail').textContent).toBe('LL');
    expect(part(element, 'list').textContent).toContain('Home');
    expect(part(element, 'list').textContent).toContain('Germany, France');
    expect(part(element, 'list').textContent).toContain('Germany, France +2: Germany, France, Italy, United Kingdom');
    expect(part(element, 'link').getAttribute('href')).toBe('http://go.example/aff_c?offer_id=1&aff_id=94');
  });

  it.each(layouts)(
    'has no accessibility violation as a %s, with controls, while it loads and when it has loaded',
    async (layout) => {
      answerWith(lumen, ...range(30, 20), { id: 11, require_approval: '1' });
      const element = append({
        layout,
        search: '',
        sortable: '',
        filters: 'category country payout-type',
        fields: 'thumbnail description payout category country expiry preview status',
      });
      expect(await findViolations(element)).toEqual([]);
      await element.ready;
      expect(await findViolations(element)).toEqual([]);
    },
  );

  const few = 'description payout country status';
  it.each(
    layouts.flatMap((layout) =>
      [320, 500, 800, 1200].flatMap((width) => [undefined, few].map((fields) => ({ layout, width, fields }))),
    ),
  )(
    'keeps its height when a full page arrives: $layout, $width px, fields $fields',
    async ({ layout, width, fields }) => {
      // A font whose lines are as high as those of most pages.
      document.body.style.fontFamily = 'sans-serif';
      answerWith(
        lumen,
        ...range(29, 20).map((offer) => ({
          ...offer,
          name: 'An offer with a name that needs two lines of a card',
          description: 'Words. '.repeat(60),
          expiration_date: '2029-01-31 00:00:00',
        })),
      );
      const element = append({ layout, 'page-size': '6', search: '', filters: 'country', ...(fields && { fields }) });
      element.style.width = `${width}px`;
      const before = element.getBoundingClientRect().height;
      await element.ready;
      expect(element.getBoundingClientRect().height).toBe(before);
      await settled();
      expect(element.getBoundingClientRect().height).toBe(before);
    },
  );

  it.each(layouts)(
    'cuts nothing off and needs no scrolling sideways as a %s at 320 px and text twice as large',
    async (layout) => {
      answerWith(lumen, ...range(9, 20));
      const element = append({
        layout,
        'page-size': '3',
        search: '',
        sortable: '',
        filters: 'category country payout-type',
      });
      element.style.cssText = 'width: 320px; --hasoffers-font-size: 32px';
      await element.ready;
      await settled();
      const right = element.getBoundingClientRect().right;
      const visible = all(element, '*').filter(
        (node) => node.checkVisibility() && !node.closest('.hidden, .scroll > *, svg'),
      );
      expect(
        visible.filter((node) => node.getBoundingClientRect().right > right + 1).map((node) => node.className),
      ).toEqual([]);
      for (const name of ['name', 'payout']) {
        for (const node of parts(element, name)) expect(node.scrollHeight).toBeLessThanOrEqual(node.clientHeight + 1);
      }
    },
  );

  it('fires hasoffers-load with what is shown, through every shadow boundary', async () => {
    const heard = vi.fn();
    document.addEventListener('hasoffers-load', (event) => heard((event as CustomEvent).detail), { once: true });
    await show({ 'page-size': '2' });
    expect(heard).toHaveBeenCalledExactlyOnceWith({
      offers: [expect.objectContaining({ id: '1' }), expect.objectContaining({ id: '2' })],
      page: 1,
      pageCount: 25,
      total: 50,
    });
  });

  it('follows a changed layout without asking again', async () => {
    const element = await show();
    element.setAttribute('layout', 'table');
    expect(part(element, 'list').localName).toBe('table');
    expect(page.requests).toHaveLength(1);
  });

  it('touches no offer when something else changes, and of its own changes only what is another', async () => {
    answerWith({ ...lumen, id: 11 }, lumen);
    const element = await show({ search: '' });
    const changed: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) changed.push((target as Element).part.value);
    });
    observer.observe(part(element, 'list'), { subtree: true, childList: true, attributes: true, characterData: true });
    for (const [name, value] of [
      ['theme', 'dark'],
      ['layout', 'list'],
      ['loading', 'lazy'],
    ] as const) {
      element.setAttribute(name, value);
    }
    await settled();
    // The class of the layout stands on the list itself.
    expect(changed).toEqual(['list']);
    answerWith({ ...lumen, id: 11 }, { ...lumen, description: 'Other words' });
    await element.refresh();
    expect(texts(element, 'description')[1]).toBe('Other words');
    expect([...new Set(changed)]).toEqual(['list', 'description']);
  });

  it('shows only the fields asked for, and none of them changes what is asked in vain', async () => {
    answerWith(lumen);
    const element = await show({ fields: 'payout', link: 'none' });
    expect([parts(element, 'thumbnail'), parts(element, 'description'), parts(element, 'link')]).toEqual([[], [], []]);
    expect(answer.mock.calls[0]?.[0].params.contain).toEqual([]);
  });

  it('keeps page and place when it is moved', async () => {
    const element = await show();
    const list = part(element, 'list');
    const other = document.createElement('section');
    document.body.append(other);
    other.append(element);
    await settled();
    expect(part(element, 'list')).toBe(list);
    expect(page.requests).toHaveLength(1);
  });

  it('shows an error, and recovers', async () => {
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'Cause for the author.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    expect(part(element, 'error').textContent).toContain(messages.errorTemporary);
    expect(await findViolations(element)).toEqual([]);
    part(element, 'retry').click();
    await expect.poll(() => element.state).toBe('ready');
    expect(parts(element, 'offer')).toHaveLength(20);
  });

  it('keeps a good page beside the failure of the next one, with a way to try again', async () => {
    const element = await show();
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'No connection.');
    });
    one(element, '[aria-label="Page 2"]').click();
    await settled();
    expect(part(element, 'stale').textContent).toContain(messages.stale);
    expect(texts(element, 'name')[0]).toBe('Offer 1');
    expect(one(element, '[aria-current]').textContent).toBe('1');
    expect(await findViolations(element)).toEqual([]);
    part(element, 'retry').click();
    await expect.poll(() => texts(element, 'name')[0]).toBe('Offer 21');
  });

  it("gives place to the page's own words for an empty list", async () => {
    answerWith();
    const own = Object.assign(document.createElement('p'), { slot: 'empty', textContent: 'Come back soon!' });
    const element = await show({}, own);
    expect(element.state).toBe('empty');
    expect(own.checkVisibility()).toBe(true);
    expect(await findViolations(element)).toEqual([]);
  });

  it('shows changed offers after a browser translator has wrapped every text', async () => {
    const element = await show({ 'page-size': '1' });
    const walker = document.createTreeWalker(element.shadowRoot as Node, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    for (const text of found) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    answerWith({ ...lumen, id: 1 });
    await element.refresh();
    expect(part(element, 'name').textContent).toBe('Lumen & Lamps | UK');
    expect(part(element, 'payout').textContent).toBe('€2.00 + 5% of the sale');
    expect(part(element, 'count').textContent).toBe('1–1 of 1');
  });

  it('writes from right to left where the language does', async () => {
    answerWith(lumen);
    const element = await show({ layout: 'list', lang: 'he' });
    const [picture, name] = [part(element, 'thumbnail'), part(element, 'name')].map((node) =>
      node.getBoundingClientRect(),
    );
    expect(picture?.left).toBeGreaterThan(name?.left ?? Number.POSITIVE_INFINITY);
    expect(part(element, 'payout').textContent).toContain('‏2.00');
    // A Latin name reads from left to right, and stands on the picture's side all the same.
    const line = part(element, 'name').parentElement?.getBoundingClientRect();
    expect(name?.right).toBeCloseTo(line?.right ?? 0, 0);
  });

  it('cuts a name off at the end of its script, where there is room for the mark', async () => {
    answerWith({ ...lumen, name: 'Lumen and lamps and shades '.repeat(9) });
    const element = await show({ layout: 'list', lang: 'he' });
    const name = part(element, 'name');
    const text = document.createRange();
    text.selectNodeContents(name);
    expect(text.getBoundingClientRect().left).toBeCloseTo(name.parentElement?.getBoundingClientRect().left ?? 0, 0);
  });

  it('has room for all remarks on a phone', async () => {
    answerWith({
      ...lumen,
      approval_status: 'approved',
      featured: '2026-01-31 00:00:00',
      expiration_date: '2029-12-31 00:00:00',
    });
    const element = await show({ layout: 'list' });
    element.style.cssText = 'width: 300px; font-family: sans-serif';
    await settled();
    const remarks = all(element, '[part~=badge]');
    expect(remarks.map(({ textContent }) => textContent)).toEqual(['Featured', 'Approved', 'Ends Dec 31, 2029']);
    expect(remarks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  });

  it('shows a drawing of its own where a picture does not load, in the same box', async () => {
    answerWith({ ...lumen, Thumbnail: { id: '9', url: 'http://127.0.0.1:1/a b.png', width: '300', height: '250' } });
    const element = await show();
    const before = part(element, 'thumbnail').getBoundingClientRect().toJSON();
    await expect.poll(() => part(element, 'thumbnail').textContent).toBe('LL');
    expect(part(element, 'thumbnail').getBoundingClientRect().toJSON()).toEqual(before);
  });

  it('puts remarks on the picture, and where there is none, above the name', async () => {
    answerWith({ ...lumen, expiration_date: '2029-01-31 00:00:00' });
    const element = await show();
    const top = (name: string) => part(element, name).getBoundingClientRect().top;
    const bottom = (name: string) => part(element, name).getBoundingClientRect().bottom;
    expect(bottom('badge')).toBeLessThan(top('thumbnail') + 48);
    element.setAttribute('fields', 'expiry status');
    await settled();
    expect(bottom('badge')).toBeLessThan(top('name'));
  });

  it('has no name in it that ad blockers hide', async () => {
    answerWith(lumen, ...range(30, 20));
    for (const layout of layouts) {
      const element = await show({ layout, search: '', filters: 'country' });
      const names = all(element, '*').flatMap((node) => [
        node.id,
        node.getAttribute('class'),
        node.getAttribute('part'),
      ]);
      expect(names.filter((name) => /\bad-|adv|sponsor|affiliate|promo|banner/i.test(name ?? ''))).toEqual([]);
    }
  });

  it('sets no style attribute, which a strict policy would forbid', async () => {
    const element = await show();
    expect(all(element, '[style]')).toEqual([]);
  });
});

describe('the state of an offer', () => {
  it.each([
    [{}, messages.open, true],
    [{ approval_status: 'approved' }, messages.approved, true],
    [{ approval_status: 'pending' }, messages.pending, false],
    [{ approval_status: 'rejected' }, messages.rejected, false],
    [{ require_approval: '1' }, messages.apply, false],
    [{ require_terms_and_conditions: 1 }, messages.terms, false],
    [{ is_expired: '1' }, messages.expired, false],
  ])('%j is told as "%s", with a link: %s', async (given, words, linked) => {
    answerWith({ ...range(1)[0], id: 1, ...given });
    const element = await show();
    expect(texts(element, 'badge')).toEqual([words]);
    expect(parts(element, 'link')).toHaveLength(linked ? 1 : 0);
    expect(parts(element, 'disclosure')).toHaveLength(linked ? 1 : 0);
    element.setAttribute('fields', 'payout');
    await settled();
    // Why there is no link is said in any case.
    expect(texts(element, 'badge')).toEqual(linked ? [] : [words]);
  });
});

describe('the disclosure', () => {
  it('stands before the first link, in the words of the author or in ours, and can be taken away', async () => {
    const element = await show();
    const disclosure = part(element, 'disclosure');
    expect(disclosure.textContent).toBe(messages.disclosure);
    expect(disclosure.compareDocumentPosition(part(element, 'link')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(part(element, 'list').getAttribute('aria-describedby')).toBe(disclosure.id);
    element.setAttribute('disclosure', 'Paid links.');
    expect(part(element, 'disclosure').textContent).toBe('Paid links.');
    element.setAttribute('disclosure', '');
    expect(parts(element, 'disclosure')).toEqual([]);
  });

  it('is not there where no link pays', async () => {
    const element = await show({ link: 'none', disclosure: 'Paid links.' });
    expect(parts(element, 'disclosure')).toEqual([]);
    answerWith({ ...lumen, preview_url: 'https://shop.example/' });
    const preview = await show({ link: 'preview' });
    expect(parts(preview, 'disclosure')).toEqual([]);
  });
});

describe('the controls', () => {
  const controls = { search: '', sortable: '', filters: 'category country payout-type', 'page-size': '5' };

  it('search while somebody types, keep the focus, and say what was found', async () => {
    const element = await show(controls);
    answer.mockImplementation(() => toPaged(range(3), 1, 5));
    const input = one(element, 'input');
    input.focus();
    await userEvent.keyboard('lamp');
    await expect.poll(() => parts(element, 'offer').length).toBe(3);
    expect(page.requests.at(-1)?.params.filters).toMatchObject({ name: { LIKE: '%lamp%' } });
    expect(element.shadowRoot?.activeElement).toBe(input);
    expect(said(element)).toBe('3 offers: 1–3 of 3');
  });

  it('have names', async () => {
    const element = await show(controls);
    expect(all(element, 'input, select').map((control) => control.getAttribute('aria-label'))).toEqual([
      messages.search,
      messages.category,
      messages.country,
      messages.payout,
      messages.sort,
    ]);
  });

  it('offer categories and countries of the network, by their names in the language', async () => {
    answer.mockImplementation((call) => {
      if (call.method === 'findAllOfferCategories')
        return {
          4: { OfferCategory: { id: '4', name: 'Home' } },
          7: { OfferCategory: { id: '7', name: 'Fashion' } },
        };
      if (call.method === 'findAllCountries')
        return {
          UK: { Country: { code: 'UK', name: 'united kingdom' } },
          DE: { Country: { code: 'DE', name: 'germany' } },
        };
      return answerPages(call);
    });
    const element = await show(controls);
    await settled();
    const [category, country] = all(element, 'select') as HTMLSelectElement[];
    expect([...(category?.options ?? [])].map(({ text }) => text)).toEqual([messages.category, 'Fashion', 'Home']);
    expect([...(country?.options ?? [])].map(({ text }) => text)).toEqual([
      messages.country,
      'Germany',
      'United Kingdom',
    ]);
    await userEvent.selectOptions(country as HTMLSelectElement, 'GB');
    await settled();
    expect(page.requests.at(-1)?.params.filters).toMatchObject({ 'Country.code': ['GB', 'UK'] });
  });

  it('order', async () => {
    const element = await show(controls);
    await userEvent.selectOptions(one(element, '[part=sort] select'), '-payout');
    await settled();
    expect(page.requests.at(-1)?.params.sort).toMatchObject({ default_payout: 'desc' });
  });

  it('leave no empty line for the button that clears, however wide the list is', async () => {
    const element = await show(controls);
    const below = part(element, 'toolbar').nextElementSibling as Element;
    const gaps = [...Array(29).keys()].map((step) => {
      element.style.width = `${700 + 25 * step}px`;
      const ends = all(element, '.control').map((control) => control.getBoundingClientRect().bottom);
      return Math.round(below.getBoundingClientRect().top - Math.max(...ends));
    });
    expect([...new Set(gaps)]).toEqual([16]);
  });

  it('can be cleared when nothing is found', async () => {
    const element = await show(controls);
    answer.mockImplementation(() => toPaged([]));
    await userEvent.selectOptions(all(element, '[part=filter] select')[2] as HTMLElement, 'cpc');
    await settled();
    expect(element.state).toBe('empty');
    expect(part(element, 'empty').textContent).toContain(messages.noMatch);
    expect(said(element)).toBe(messages.noMatch);
    expect(await findViolations(element)).toEqual([]);
    answer.mockImplementation(answerPages);
    one(element, '[part=empty] button').click();
    await settled();
    expect(parts(element, 'offer')).toHaveLength(5);
    expect((all(element, '[part=filter] select')[2] as HTMLSelectElement).value).toBe('');
  });
});

describe('the pager', () => {
  it('turns pages from the keyboard, keeps the focus, and says where we are', async () => {
    const element = await show({ 'page-size': '5' });
    const next = one(element, `[aria-label="${messages.next}"]`);
    next.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => texts(element, 'name')[0]).toBe('Offer 6');
    expect(element.shadowRoot?.activeElement).toBe(next);
    expect(one(element, '[aria-current=page]').textContent).toBe('2');
    expect(said(element)).toBe('50 offers: 6–10 of 50');
    expect(one(element, '[part=pager]').getAttribute('aria-label')).toBe(messages.pages);
  });

  it('keeps the focus at the last page too, and stays where it is although that page is short', async () => {
    answer.mockImplementation(({ params }) => toPaged(range(7), params.page, 5));
    const element = await show({ 'page-size': '5' });
    const next = one(element, `[aria-label="${messages.next}"]`);
    const before = next.getBoundingClientRect().top;
    next.focus();
    next.click();
    await settled();
    expect(texts(element, 'count')).toEqual(['6–7 of 7']);
    expect(next.getAttribute('aria-disabled')).toBe('true');
    expect(element.shadowRoot?.activeElement).toBe(next);
    expect(next.getBoundingClientRect().top).toBe(before);
    expect(await findViolations(element)).toEqual([]);
  });

  it('leaves the old page in place, dimmed, until the next one is here', async () => {
    const element = await show({ 'page-size': '5' });
    let arrive = (_: unknown) => {};
    answer.mockImplementation(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    );
    one(element, '[aria-label="Page 2"]').click();
    expect(texts(element, 'name')[0]).toBe('Offer 1');
    expect(one(element, '.busy')).not.toBeNull();
    await settled();
    arrive(toPaged(range(50), 2, 5));
    await expect.poll(() => texts(element, 'name')[0]).toBe('Offer 6');
    expect(all(element, '.busy')).toEqual([]);
  });

  it('is a button for more where the author wants that', async () => {
    const element = await show({ 'page-size': '20', pagination: 'more' });
    const more = part(element, 'pager');
    more.focus();
    more.click();
    await expect.poll(() => parts(element, 'offer').length).toBe(40);
    expect(element.shadowRoot?.activeElement).toBe(more);
    more.click();
    await expect.poll(() => parts(element, 'offer').length).toBe(50);
    expect(parts(element, 'pager')).toEqual([]);
  });

  it('is not there where the author wants none', async () => {
    const element = await show({ pagination: 'none' });
    expect(all(element, '.bar')).toEqual([]);
  });
});
