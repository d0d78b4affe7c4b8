import { expect, test } from 'vitest';
import { findLandingPages } from './landing-pages.js';

const { decode, params } = findLandingPages('12');

test('requests the active pages of one offer', () => {
  expect(params.filters).toEqual({ offer_id: '12', status: 'active' });
});

const page = (id: string, name: string) => ({ OfferUrl: { id, name, status: 'active' } });

test.each([
  ['a map', { 7: page('7', 'Sale &amp; <i>new</i>') }],
  ['a page of rows', { page: 1, count: 1, pageCount: 1, data: { 7: page('7', 'Sale &amp; <i>new</i>') } }],
  ['a list with the usual page', [page('0', 'Default URL'), page('7', 'Sale &amp; <i>new</i>')]],
])('reads %s as plain text', (_, data) => {
  expect(decode(data)).toEqual([{ id: '7', name: 'Sale & new' }]);
});

test.each([[[]], [null], [false], [[page('0', 'Default URL')]]])('reads %j as none', (data) => {
  expect(decode(data)).toEqual([]);
});
