import { expect, it } from 'vitest';
import { errorCodes } from './api/errors.js';
import { errorSentence, fill, messages } from './messages.js';

it('puts values into a sentence, and leaves unknown holes as they are', () => {
  expect(fill('{from} to {to} of {what}', { from: 1, to: '2' })).toBe('1 to 2 of {what}');
  expect(fill('{constructor}', {})).toBe('{constructor}');
});

it('keeps a date written from right to left apart from the words around it', () => {
  expect(fill('Ends {when}', { when: '31\u200f/12\u200f/2029' })).toBe('Ends \u206831\u200f/12\u200f/2029\u2069');
  expect(fill('Ends {when}', { when: 'Dec 31, 2029' })).toBe('Ends Dec 31, 2029');
});

it('tells visitors apart what they can do something about', () => {
  const sentences = errorCodes.map((code) => [code, errorSentence(code, messages)]);
  expect(Object.fromEntries(sentences)).toMatchObject({
    offline: messages.errorOffline,
    'rate-limit': messages.errorBusy,
    network: messages.errorTemporary,
    auth: messages.errorUnavailable,
    config: messages.errorUnavailable,
  });
});
