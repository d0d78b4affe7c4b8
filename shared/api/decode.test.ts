import { expect, test } from 'vitest';
import { day, flag, line, list, number, rows, text, toPage, type Wire } from './decode.js';

test.each([
  ['15.00000', 15],
  [' 8.50 ', 8.5],
  [7, 7],
  ['0', 0],
  ['-1', -1],
  ['', null],
  ['n/a', null],
  ['Infinity', null],
  [null, null],
  [true, null],
  [[], null],
])('the number in %j is %j', (value, expected) => {
  expect(number(value)).toBe(expected);
});

test.each(['1', 1, true, 'enabled'])('%j is on', (value) => {
  expect(flag(value)).toBe(true);
});

test.each(['0', 0, false, '', 'disabled', null, undefined, '10', []])('%j is off', (value) => {
  expect(flag(value)).toBe(false);
});

test.each([
  ['2031-12-31 19:59:59', '2031-12-31'],
  ['2031-12-31', '2031-12-31'],
  ['0000-00-00 00:00:00', null],
  ['2031-13-01', null],
  ['2031-00-10', null],
  ['31.12.2031', null],
  ['', null],
  [null, null],
])('the day in %j is %j', (value, expected) => {
  expect(day(value)).toBe(expected);
});

test('ids are text, whether they come as text or as a number', () => {
  expect([text(' 12\n'), text(12), text(null), text(false), text({})]).toEqual(['12', '12', '', '', '']);
});

test('names become one line without markup', () => {
  expect(line('<b>Oat</b> &amp;\r\nCo<br>')).toBe('Oat & Co');
});

const toId = (row: Wire): string | null => text(row.id) || null;

test('a map and a list give the same rows', () => {
  expect(rows({ 7: { id: '7' }, 8: {} }, toId)).toEqual(['7']);
  expect(rows([{ id: '7' }, {}], toId)).toEqual(['7']);
});

test.each(['7', '102e5abcdef', 'GB', 'deu', 'offer_7'])('a map may have the key %s', (key) => {
  expect(rows({ [key]: { id: '7' } }, toId)).toEqual(['7']);
});

test('skips what is no row', () => {
  expect(rows({ 1: null, 2: 'x', 3: [], 4: { id: '4' } }, toId)).toEqual(['4']);
  expect([rows([], toId), rows(null, toId), rows('x', toId), rows(undefined, toId)]).toEqual([[], [], [], []]);
});

test('distinguishes one object from a map of objects', () => {
  expect(rows({ id: '1', regions: [] }, toId)).toEqual(['1']);
  expect(rows({ id: '1', regions: { 7: { name: 'x' } } }, toId)).toEqual(['1']);
  expect(rows({ 1: { id: '1' }, 2: null }, toId)).toEqual(['1']);
});

test('what belongs to an object without an id is no row', () => {
  expect(rows({ name: 'x', Timezone: { id: '5' }, parent: { id: '6' } }, toId)).toEqual([]);
});

test('a list may come in a page, too', () => {
  expect(list({ page: 1, count: 1, pageCount: 1, data: { 7: { id: '7' } } }, toId)).toEqual(['7']);
  expect(list({ page: 1, count: 0, data: [] }, toId)).toEqual([]);
});

test.each([[[]], [{}], [null], [false], [''], [undefined]])('a response of %j is an empty list', (data) => {
  expect(list(data, toId)).toEqual([]);
});

test.each([true, 'oops', 7, { error: 'x' }, [1], ['a'], { 1: [] }])('a response of %j is invalid', (data) => {
  expect(() => list(data, toId)).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});

test('an unpaged list with exactly as many rows as requested leaves the total unknown', () => {
  expect(toPage([{ id: '1' }], { limit: 1, page: 1 }, toId)).toMatchObject({ total: null, pageCount: null });
});

const rowsOf = (count: number): Wire =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [i + 1, { id: i + 1 }]));

test('a paged response has totals', () => {
  const data = { page: '2', current: 0, count: '7', pageCount: 4, data: rowsOf(2) };
  expect(toPage(data, { limit: 2, page: 2 }, toId)).toEqual({
    rows: ['1', '2'],
    page: 2,
    total: 7,
    pageCount: 4,
    complete: false,
  });
});

test('a paged response without rows is an empty page', () => {
  const data = { page: 1, current: 0, count: 0, pageCount: 0, data: [] };
  expect(toPage(data, { limit: 20, page: 1 }, toId)).toMatchObject({ rows: [], total: 0, pageCount: 0 });
});

test.each([
  [{ count: 41, pageCount: null }, 41, 3],
  [{ count: null, pageCount: 3 }, null, 3],
  [{ page: 1 }, null, null],
  [{}, null, null],
])('decodes a paged response with the counters %j as far as possible', (counters, total, pageCount) => {
  expect(toPage({ ...counters, data: rowsOf(1) }, { limit: 20, page: 1 }, toId)).toMatchObject({
    rows: ['1'],
    total,
    pageCount,
  });
});

test.each([
  ['more rows than asked for', 5, 1, { page: 1, total: 5, pageCount: 3, complete: true }],
  ['more rows than asked for, on a later page', 5, 2, { page: 2, total: 5, pageCount: 3, complete: true }],
  ['fewer rows than asked for', 1, 1, { page: 1, total: 1, pageCount: 1, complete: true }],
  ['no rows', 0, 1, { page: 1, total: 0, pageCount: 0, complete: true }],
  [
    'exactly as many rows, which leaves the rest open',
    2,
    1,
    { page: 1, total: null, pageCount: null, complete: false },
  ],
  ['fewer rows on a later page, the last', 1, 3, { page: 3, total: 5, pageCount: 3, complete: false }],
])('an unpaged response with %s', (_, count, page, expected) => {
  expect(toPage(count ? rowsOf(count) : [], { limit: 2, page }, toId)).toMatchObject(expected);
});
