import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { messages } from '../../shared/i18n/messages.js';
import { all, answer, answerPages, one, page, reset, show } from './test-element.js';
import { type Call, range, toPaged, toWhole } from './test-offers.js';

/** What the filter controls have to choose from. */

reset();
afterEach(reset);

const toCountries = (...codes: readonly string[]) =>
  Object.fromEntries(codes.map((code) => [code, { Country: { code, name: `country ${code}` } }]));
const toCategories = (...ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { OfferCategory: { id, name: `Category ${id}` } }]));

/** A network with these countries and categories, and with offers of all of them. */
const answerChoices = (call: Call): unknown => {
  if (call.method === 'findAllCountries') return toCountries('DE', 'FR', 'UK', 'US');
  if (call.method === 'findAllOfferCategories') return toCategories('4', '7', '11', '44');
  return answerPages(call);
};

const choices = (element: Element) =>
  [...(one(element, '[part=filter] select') as HTMLSelectElement).options].map(({ text }) => text);

describe('a control offers exactly what the attribute allows', () => {
  const [country, category] = [messages.country, messages.category];
  const payout = (...types: ('cpc' | 'cpm')[]) => types.map((type) => expect.stringContaining(messages[type]));
  it.each([
    [{ filters: 'country', country: 'de,uk' }, [country, 'Germany', 'United Kingdom']],
    [{ filters: 'country', country: 'DE,GB' }, [country, 'Germany', 'United Kingdom']],
    [{ filters: 'country', country: 'gb' }, [country, 'United Kingdom']],
    [{ filters: 'country', country: 'Us Fr' }, [country, 'France', 'United States']],
    [
      { filters: 'country', country: 'uk, fr, us', lang: 'de' },
      [country, 'Frankreich', 'Vereinigte Staaten', 'Vereinigtes Königreich'],
    ],
    [{ filters: 'country' }, [country, 'France', 'Germany', 'United Kingdom', 'United States']],
    [{ filters: 'category', category: '4,7' }, [category, 'Category 4', 'Category 7']],
    [{ filters: 'category', category: '44' }, [category, 'Category 44']],
    [{ filters: 'payout-type', 'payout-type': 'cpc cpm' }, [messages.payout, ...payout('cpc', 'cpm')]],
    [{ filters: 'payout-type', 'payout-type': 'cpm' }, [messages.payout, ...payout('cpm')]],
  ])('%j', async (attributes, expected) => {
    answer.mockImplementation(answerChoices);
    const element = await show(attributes as unknown as Record<string, string>);
    await expect.poll(() => choices(element)).toEqual(expected);
  });

  it('of the offers themselves, where these are all known', async () => {
    const countries = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, { code, name: code }]));
    const offers = range(3).map((offer, index) => ({
      ...offer,
      Country: countries(...(['UK', 'DE', 'FR'] as const).slice(0, index + 1)),
    }));
    answer.mockImplementation(() => toWhole(offers));
    const element = await show({ source: 'approved', filters: 'country', country: 'de,uk' });
    await expect.poll(() => choices(element)).toEqual([messages.country, 'Germany', 'United Kingdom']);
    expect(all(element, '[part=offer]')).toHaveLength(3);
  });

  it('and a choice among them never widens the list', async () => {
    answer.mockImplementation(answerChoices);
    const element = await show({ filters: 'country', country: 'de,uk' });
    await expect.poll(() => choices(element)).toHaveLength(3);
    const filters = () => page.requests.filter(({ method }) => method === 'findAll').at(-1)?.params.filters;
    expect(filters()).toMatchObject({ 'Country.code': ['DE', 'GB', 'UK'] });
    await userEvent.selectOptions(one(element, '[part=filter] select'), 'DE');
    await expect.poll(filters).toMatchObject({ 'Country.code': ['DE'] });
  });
});

describe('each choice is there once', () => {
  it('of two categories with one name', async () => {
    const named = (id: string, name: string) => ({ OfferCategory: { id, name } });
    const categories = [named('4', 'Food'), named('9', 'Food'), named('5', 'Toys')];
    answer.mockImplementation((call) => (call.method === 'findAllOfferCategories' ? categories : answerChoices(call)));
    const element = await show({ filters: 'category' });
    await expect.poll(() => choices(element)).toEqual([messages.category, 'Food', 'Toys']);
  });

  it('of a country that offers name in two ways', async () => {
    const offers = [
      { ...range(1)[0], id: 1, Country: { UK: { code: 'UK', name: 'United Kingdom' } } },
      { ...range(1)[0], id: 2, Country: { GB: { code: 'GB', name: 'Great Britain' } } },
    ];
    answer.mockImplementation(() => toWhole(offers));
    const element = await show({ source: 'approved', filters: 'country' });
    await expect.poll(() => choices(element)).toEqual([messages.country, 'United Kingdom']);
  });
});

describe('a choice that the page has ruled out since', () => {
  it.each([
    ['country', 'DE', 'fr,us', 'Country.code', ['FR', 'US']],
    ['category', '4', '7', 'OfferCategory.id', ['7']],
    ['payout-type', 'cpc', 'cpm', 'payout_type', ['cpm']],
  ])('does not count any more: %s', async (name, chosen, fixed, filter, expected) => {
    answer.mockImplementation(answerChoices);
    const element = await show({ filters: name });
    await expect.poll(() => choices(element).length).toBeGreaterThan(3);
    const filters = () => page.requests.filter(({ method }) => method === 'findAll').at(-1)?.params.filters;
    await userEvent.selectOptions(one(element, '[part=filter] select'), chosen);
    await expect.poll(filters).toMatchObject({ [filter]: [chosen] });
    element.setAttribute(name, fixed);
    await expect.poll(filters).toMatchObject({ [filter]: expected });
  });
});

describe('choices that could not be loaded are there after', () => {
  const attributes = { filters: 'country', search: '', 'page-size': '5' };
  it.each<[string, (element: Element & { refresh(): Promise<void> }) => unknown]>([
    ['refresh()', (element) => element.refresh()],
    ['another page', (element) => one(element, '[aria-label="Page 2"]').click()],
    ['a search', (element) => userEvent.fill(one(element, 'input'), 'lamp')],
    ['another page size', (element) => element.setAttribute('page-size', '6')],
    ['another order', (element) => element.setAttribute('sort', 'name')],
    [
      'the page coming back from the back/forward cache',
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
    ['a control that is added', (element) => element.setAttribute('filters', 'country category')],
  ])('%s', async (_, act) => {
    let fails = true;
    answer.mockImplementation((call) => {
      if (call.method === 'findAllCountries' && fails) throw new ApiError('network', 'No connection.');
      return call.params.filters ? toPaged(range(50), 1, 5) : answerChoices(call);
    });
    const element = await show(attributes);
    await expect.poll(() => page.requests.filter(({ method }) => method === 'findAllCountries')).toHaveLength(1);
    expect(element.state).toBe('ready');
    expect(choices(element)).toEqual([messages.country]);
    fails = false;
    await act(element);
    await expect.poll(() => choices(element)).toHaveLength(5);
  });
});
