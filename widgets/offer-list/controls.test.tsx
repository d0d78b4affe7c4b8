import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { messages } from '../../shared/i18n/messages.js';
import {
  all,
  answer,
  answerPages,
  findViolations,
  one,
  page,
  part,
  parts,
  partTexts,
  reset,
  said,
  settled,
  show,
} from './test-element.js';
import { range, toPaged } from './test-offers.js';

reset();
afterEach(reset);

describe('the controls', () => {
  const controls = { search: '', sortable: '', filters: 'category country payout-type', 'page-size': '5' };

  it('search while the visitor types, keep the focus, and announce the result', async () => {
    const element = await show(controls);
    answer.mockImplementation(() => toPaged(range(3), 1, 5));
    const input = one(element, 'input');
    input.focus();
    await userEvent.keyboard('lamp');
    // A slow machine may search for the beginning of the word, too: what counts is where it ends.
    await expect.poll(() => page.requests.at(-1)?.params.filters).toMatchObject({ name: { LIKE: '%lamp%' } });
    await expect.poll(() => parts(element, 'offer').length).toBe(3);
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

  it('leave no empty line for the hidden clear button, at any width', async () => {
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
  it('changes pages from the keyboard, keeps the focus, and announces the page', async () => {
    const element = await show({ 'page-size': '5' });
    const next = one(element, `[aria-label="${messages.next}"]`);
    next.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => partTexts(element, 'name')[0]).toBe('Offer 6');
    expect(element.shadowRoot?.activeElement).toBe(next);
    expect(one(element, '[aria-current=page]').textContent).toBe('2');
    expect(said(element)).toBe('50 offers: 6–10 of 50');
    expect(one(element, '[part=pager]').getAttribute('aria-label')).toBe(messages.pages);
  });

  it('keeps the focus and its position on a short last page, too', async () => {
    answer.mockImplementation(({ params }) => toPaged(range(7), params.page, 5));
    const element = await show({ 'page-size': '5' });
    const next = one(element, `[aria-label="${messages.next}"]`);
    const before = next.getBoundingClientRect().top;
    next.focus();
    next.click();
    await settled();
    expect(partTexts(element, 'count')).toEqual(['6–7 of 7']);
    expect(next.getAttribute('aria-disabled')).toBe('true');
    expect(element.shadowRoot?.activeElement).toBe(next);
    expect(next.getBoundingClientRect().top).toBe(before);
    expect(await findViolations(element)).toEqual([]);
  });

  it('keeps the old page, dimmed, until the next one is loaded', async () => {
    const element = await show({ 'page-size': '5' });
    let arrive = (_: unknown) => {};
    answer.mockImplementation(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
    );
    one(element, '[aria-label="Page 2"]').click();
    await settled();
    expect(partTexts(element, 'name')[0]).toBe('Offer 1');
    expect(one(element, '.busy')).not.toBeNull();
    await settled();
    arrive(toPaged(range(50), 2, 5));
    await expect.poll(() => partTexts(element, 'name')[0]).toBe('Offer 6');
    expect(all(element, '.busy')).toEqual([]);
  });

  it('is a "Show more" button with pagination="more"', async () => {
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

  it('is absent with pagination="none"', async () => {
    const element = await show({ pagination: 'none' });
    expect(all(element, '.bar')).toEqual([]);
  });
});
