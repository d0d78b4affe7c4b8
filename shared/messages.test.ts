import { expect, it } from 'vitest';
import { ApiError, errorCodes } from './api/errors.js';
import { count, errorSentence, fill, messages } from './messages.js';

it('puts values into a sentence, and leaves unknown holes as they are', () => {
  expect(fill('{from} to {to} of {what}', { from: 1, to: '2' })).toBe('1 to 2 of {what}');
  expect(fill('{constructor}', {})).toBe('{constructor}');
});

it('keeps a date written from right to left apart from the words around it', () => {
  expect(fill('Ends {when}', { when: '31\u200f/12\u200f/2029' })).toBe('Ends \u206831\u200f/12\u200f/2029\u2069');
  expect(fill('Ends {when}', { when: 'Dec 31, 2029' })).toBe('Ends Dec 31, 2029');
});

it('chooses the form of a sentence by its number', () => {
  const forms = { one: '{count} oferta', few: '{count} oferty', many: '{count} ofert', other: '{count} oferty' };
  expect([1, 2, 5, 22].map((number) => count(forms, number, 'pl'))).toEqual([
    '1 oferta',
    '2 oferty',
    '5 ofert',
    '22 oferty',
  ]);
  expect(count(messages.found, 1234, 'en')).toBe('1,234 offers');
  expect(count({ other: '{count} offers' }, 1, 'en')).toBe('1 offers');
});

it('tells visitors apart what they can do something about', () => {
  const sentences = errorCodes.map((code) => [code, errorSentence(new ApiError(code, ''), messages)]);
  expect(Object.fromEntries(sentences)).toMatchObject({
    offline: messages.errorOffline,
    'rate-limit': messages.errorBusy,
    network: messages.errorTemporary,
    auth: messages.errorUnavailable,
    config: messages.errorUnavailable,
  });
});
