import { expect, it } from 'vitest';
import { errorCodes } from '../api/errors.js';
import { errorMessage } from '../ui/error-message.js';
import { formatMessage, formatPlural } from './format-message.js';
import { formattersFor } from './formatters.js';
import { messages } from './messages.js';

it('puts values into a message, and leaves unknown placeholders as they are', () => {
  expect(formatMessage('{from} to {to} of {what}', { from: 1, to: '2' })).toBe('1 to 2 of {what}');
  expect(formatMessage('{constructor}', {})).toBe('{constructor}');
});

it('keeps a date written from right to left apart from the words around it', () => {
  expect(formatMessage('Ends {when}', { when: '31\u200f/12\u200f/2029' })).toBe(
    'Ends \u206831\u200f/12\u200f/2029\u2069',
  );
  expect(formatMessage('Ends {when}', { when: 'Dec 31, 2029' })).toBe('Ends Dec 31, 2029');
});

it('chooses the form of a message by its number', () => {
  const forms = { one: '{count} oferta', few: '{count} oferty', many: '{count} ofert', other: '{count} oferty' };
  expect([1, 2, 5, 22].map((number) => formatPlural(forms, number, formattersFor('pl')))).toEqual([
    '1 oferta',
    '2 oferty',
    '5 ofert',
    '22 oferty',
  ]);
  expect(formatPlural(messages.found, 1234, formattersFor('en'))).toBe('1,234 offers');
  expect(formatPlural({ other: '{count} offers' }, 1, formattersFor('en'))).toBe('1 offers');
});

it('tells visitors apart what they can do something about', () => {
  const english = { messages, formatters: formattersFor('en') };
  const shown = errorCodes.map((code) => [code, errorMessage({ code }, undefined, english)]);
  expect(Object.fromEntries(shown)).toMatchObject({
    offline: messages.errorOffline,
    'rate-limit': messages.errorBusy,
    network: messages.errorTemporary,
    auth: messages.errorUnavailable,
    config: messages.errorUnavailable,
  });
});
