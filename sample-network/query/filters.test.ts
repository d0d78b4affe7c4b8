import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startSampleNetwork } from '../network.js';
import { at, findOffers, type Query, rowKeys } from '../test-client.js';
import { matchesLike } from './compare.js';

const network = await startSampleNetwork();
beforeEach(() => network.reset());
afterAll(() => network.close());

/** One field of every row found. */
async function found(query: Query, field = 'name'): Promise<readonly unknown[]> {
  const reply = await findOffers(network, query);
  expect(reply.json.response.errorMessage).toBe(null);
  return rowKeys(reply).map((key) => at(reply, 'data', key, 'Offer', field));
}

const unique = (values: readonly unknown[]) => [...new Set(values)].sort();

describe('filters', () => {
  test('equality is the default', async () => {
    expect(unique(await found({ 'filters[currency]': 'SEK' }, 'currency'))).toEqual(['SEK']);
    expect(await found({ 'filters[id][EQUAL_TO]': '1004' }, 'id')).toEqual(['1004']);
  });

  test('a list means one of', async () => {
    expect(await found('filters[id][]=1010&filters[id][]=1004', 'id')).toEqual(['1004', '1010']);
  });

  test('equality finds the empty string, NULL does not', async () => {
    const empty = await found({ 'filters[preview_url][EQUAL_TO]': '' }, 'preview_url');
    expect(unique(empty)).toEqual(['']);
    expect(unique(await found({ 'filters[preview_url][NULL]': '1' }, 'preview_url'))).toEqual([null]);
  });

  test('not equal leaves null out, as SQL does', async () => {
    const currencies = unique(await found({ 'filters[currency][NOT_EQUAL_TO]': 'USD' }, 'currency'));
    expect(currencies).not.toContain('USD');
    expect(currencies).not.toContain(null);
    expect(currencies).toContain('EUR');
  });

  test('numbers compare by size, not as text', async () => {
    const large = await found({ 'filters[default_payout][GREATER_THAN]': '99' }, 'default_payout');
    expect(large.length).toBeGreaterThan(5);
    expect(large.every((value) => Number(value) > 99)).toBe(true);
    expect(await found({ 'filters[id][LESS_THAN]': '1010' }, 'id')).toEqual(['1004']);
    expect(await found({ 'filters[id][LESS_THAN_OR_EQUAL_TO]': '1010' }, 'id')).toEqual(['1004', '1010']);
    expect(await found({ 'filters[id][GREATER_THAN_OR_EQUAL_TO]': '1432' }, 'id')).toEqual(['1432']);
  });

  test('LIKE knows the percent sign, and neither case nor accents matter', async () => {
    expect(await found({ 'filters[name][LIKE]': '%CUPUACU%' })).toEqual(['Bela Cupuaçu | BR | CPA + CPS']);
    expect(await found({ 'filters[name][LIKE]': 'fern' })).toEqual([]);
    const others = await found({ 'filters[name][NOT_LIKE]': '%|%' });
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((name) => !String(name).includes('|'))).toBe(true);
  });

  test('TRUE and FALSE read booleans, NOT_NULL the rest', async () => {
    expect(unique(await found({ 'filters[require_approval][TRUE]': '1' }, 'require_approval'))).toEqual(['1']);
    expect(unique(await found({ 'filters[is_expired][FALSE]': '1' }, 'is_expired'))).toEqual(['0']);
    expect(await found({ 'filters[currency][NOT_NULL]': '1' }, 'currency')).not.toContain(null);
  });

  test('separate filters must all hold', async () => {
    const names = await found({ 'filters[currency]': 'EUR', 'filters[payout_type]': 'cpa_both' }, 'payout_type');
    expect(unique(names)).toEqual(['cpa_both']);
    expect(names.length).toBeLessThan((await found({ 'filters[currency]': 'EUR' })).length);
  });

  test('an OR group takes any of its fields, with operators inside', async () => {
    const ids = await found('filters[OR][id][LESS_THAN]=1010&filters[OR][currency]=KWD', 'id');
    expect(ids).toEqual(['1004', '1276']);
  });

  test('a related model can be filtered when it is contained, and only then', async () => {
    const names = await found('filters[Country.code][]=NZ&contain[]=Country');
    expect(names).toContain('Honeyfield Farm | NZ, AU | CPS');
    const refused = await findOffers(network, { 'filters[Country.code][]': 'NZ' });
    expect(refused.json.response).toMatchObject({ status: -1, errors: [{ attribute_name: 'Country.code' }] });
  });

  test('a keyword search needs every word', async () => {
    expect(await found({ 'filters[query][]': 'washable covers' })).toEqual(['Oakmere Sofas | UK & IE | CPS']);
    expect(await found({ 'filters[query][]': 'washable zeppelin' })).toEqual([]);
  });

  test.each([
    ['an unknown field', { 'filters[revenue]': '1' }],
    ['an unknown operator', { 'filters[name][ALMOST]': '1' }],
    ['a list for an operator', { 'filters[name][LIKE][]': 'x' }],
    ['an inherited name for an operator', { 'filters[name][constructor]': 'x' }],
  ])('%s is a validation error', async (_, query) => {
    expect((await findOffers(network, query)).json.response).toMatchObject({ status: -1, errors: [{ err_code: 3 }] });
  });
});

describe('sorting', () => {
  test('takes several fields in order', async () => {
    const reply = await findOffers(network, 'sort[payout_type]=desc&sort[Offer.name]=asc&limit=500');
    const rows = rowKeys(reply).map((key) => at(reply, 'data', 'data', key, 'Offer', 'payout_type'));
    expect(rows).toEqual([...rows].sort().reverse());
    expect(rowKeys(reply).slice(0, 2)).toEqual(['1368', '1362']);
  });

  test('sorts payouts by size', async () => {
    const payouts = (await found({ 'sort[default_payout]': 'desc' }, 'default_payout')).map(Number);
    expect(payouts).toEqual([...payouts].sort((a, b) => b - a));
    expect(payouts[0]).toBe(1_250_000);
  });

  test('refuses an unknown field or direction', async () => {
    expect((await findOffers(network, { 'sort[revenue]': 'asc' })).json.response.status).toBe(-1);
    expect((await findOffers(network, { 'sort[name]': 'up' })).json.response.status).toBe(-1);
  });
});

describe('LIKE', () => {
  test.each([
    ['abc', 'a%', true],
    ['abc', '%c', true],
    ['abc', 'a_c', true],
    ['abc', 'b', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['', '%', true],
    ['aab', '%ab', true],
    ['abc', 'abcd%', false],
  ])('%j LIKE %j is %j', (text, pattern, expected) => {
    expect(matchesLike(text, pattern)).toBe(expected);
  });

  test('takes no more than a moment on a hostile pattern', () => {
    const started = performance.now();
    matchesLike('a'.repeat(4000), `${'%a'.repeat(200)}b`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
