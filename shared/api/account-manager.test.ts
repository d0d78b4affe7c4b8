import { expect, test } from 'vitest';
import { getAccountManager, toAccountManager } from './account-manager.js';
import { fixtureData } from './test-fixtures.js';

test('asks without parameters', () => {
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

test('reads every way to get in touch, and drops those that cannot be used', () => {
  const data = {
    id: 4,
    first_name: ' Mara ',
    phone: '+1 555 0100',
    cell_phone: 'none',
    aim: 'mara_o',
    email: 'at desk',
  };
  expect(toAccountManager({ ...data, photo: 'http://x.example/a b.png' })).toMatchObject({
    id: '4',
    name: 'Mara',
    phone: '+1 555 0100',
    cellPhone: null,
    chat: 'mara_o',
    email: null,
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

test.each([{ id: '4' }, { first_name: 'Mara' }, { last_name: 'Okafor' }])('%j is somebody', (data) => {
  expect(toAccountManager(data)).not.toBeNull();
});

test.each([true, 'Mara', 7, { title: 'Manager' }, [{}]])('an answer of %j is invalid', (data) => {
  expect(() => toAccountManager(data)).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});
