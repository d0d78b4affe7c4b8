import { expect, test } from 'vitest';
import { getAccountManager, toAccountManager } from './account-manager.js';
import { fixtureData } from './test-fixtures.js';

test('sends no parameters', () => {
  expect(getAccountManager()).toMatchObject({ target: 'Affiliate_Affiliate', method: 'getAccountManager', params: {} });
});

test('reads the recorded shape', () => {
  expect(getAccountManager().decode(fixtureData('account-manager'))).toEqual({
    id: '4',
    name: 'Mara Okafor',
    title: 'Partner Manager',
    email: 'mara@network.example',
    phone: null,
    cellPhone: null,
    chat: null,
    photo: null,
  });
});

test('reads every way to get in touch, as it was filled in', () => {
  const data = {
    id: 4,
    first_name: ' Mara ',
    phone: '+1 555 0100',
    cell_phone: '-',
    aim: 'mara_o',
    email: 'Mara <mara@network.example>',
  };
  expect(toAccountManager({ ...data, photo: 'http://x.example/a b.png' })).toMatchObject({
    id: '4',
    name: 'Mara',
    phone: '+1 555 0100',
    cellPhone: null,
    chat: 'mara_o',
    email: 'Mara <mara@network.example>',
    photo: 'http://x.example/a%20b.png',
  });
});

test('names are shown without markup', () => {
  expect(toAccountManager({ id: '4', first_name: '<b>Zo&#235;</b>', last_name: 'O&#39;Hara' })?.name).toBe(
    "Zoë O'Hara",
  );
});

test.each([[fixtureData('account-manager-none')], [null], [[]], [{}], ['']])(
  'nobody is assigned when the answer is %j',
  (data) => {
    expect(toAccountManager(data)).toBeNull();
  },
);

test.each([{ id: '4' }, { first_name: 'Mara' }, { last_name: 'Okafor' }])('%j is a manager', (data) => {
  expect(toAccountManager(data)).not.toBeNull();
});

test.each([true, 'Mara', 7, { title: 'Manager' }, [{}]])('a response of %j is invalid', (data) => {
  expect(() => toAccountManager(data)).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});

const related = { Timezone: { id: '5', name: 'Berlin' } };
test.each([
  ['the object itself with a related object', { id: '2', first_name: 'Ada', ...related }],
  ['the object itself without an id', { first_name: 'Ada', ...related }],
  ['a wrapped object', { Employee: { id: '2', first_name: 'Ada' } }],
  ['a wrapped object after a related one', { ...related, Employee: { id: '2', first_name: 'Ada' } }],
  ['a map of one', { 2: { id: '2', first_name: 'Ada', ...related } }],
  ['a list of one', [{ id: '2', first_name: 'Ada', ...related }]],
])('%s is decoded as that person, not as a related object', (_, data) => {
  expect(toAccountManager(data)?.name).toBe('Ada');
});

test.each([
  ['without a name of its own', { email: 'a@network.example', ...related }],
  ['with an empty name', { id: '', first_name: '', last_name: '', ...related }],
  ['with an id that is null', { id: null, title: 'Manager', ...related }],
  ['that is empty in its wrapper', { Employee: [], ...related }],
  ['that is missing', related],
  ['beside another person', { title: 'Manager', office: { id: '9', first_name: 'Front desk' } }],
])('an object %s is invalid, and no related object stands in for it', (_, data) => {
  expect(() => toAccountManager(data)).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});

test('a manager in a page of one is found', () => {
  expect(toAccountManager({ page: 1, count: 1, data: { 2: { id: '2', first_name: 'Ada' } } })?.name).toBe('Ada');
});
