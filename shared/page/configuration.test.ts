import { describe, expect, it } from 'vitest';
import { messages as english } from '../i18n/messages.js';
import { checkConfiguration } from './configuration.js';

function check(given: unknown) {
  const problems: string[] = [];
  const checked = checkConfiguration(given, english, (problem) => problems.push(problem));
  return { checked, problems };
}

const getToken = () => 'eyJ';
const nothing = { messages: {}, locales: new Map() };
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const throwing = (name: string) =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new Error('a getter of the page');
    },
  });

describe('a value that cannot be used is logged once and ignored', () => {
  it.each([
    ['null', null],
    ['nothing', undefined],
    ['a text', 'text'],
    ['a number', 7],
    ['a list', [{ endpoint: '/hasoffers' }]],
    ['a function', () => ({})],
    ['an object that is gone', revoked()],
    ['a locale that Intl does not accept', { locales: { pt_BR: {} } }],
    ['an empty locale', { locales: { '': {} } }],
    ['locales that are a number', { locales: 7 }],
    ['locales that are a list', { locales: ['de'] }],
    ['a Map of settings', new Map([['endpoint', '/hasoffers']])],
    ['a symbol', Symbol('endpoint')],
    ['locales that are a Map', { locales: new Map([['de', {}]]) }],
    ['messages that are a Map', { messages: new Map([['retry', 'x']]) }],
    ['messages that are form data', { messages: new URLSearchParams('retry=x') }],
    ['a locale that is a Set', { locales: { de: new Set(['retry']) } }],
    ['plural forms that are a Map', { messages: { found: new Map([['other', 'x']]) } }],
    ['a locale that is a text', { locales: { de: 'Nochmal' } }],
    ['a locale that is a list', { locales: { de: [] } }],
    ['a message that is no text', { messages: { retry: 5 } }],
    ['a message that there is not', { messages: { nope: 'x' } }],
    ['a message of the prototype', { messages: { toString: 'x' } }],
    ['a text where there are plural forms', { messages: { found: 'x' } }],
    ['plural forms without "other"', { messages: { found: { one: 'x' } } }],
    ['messages that are a text', { messages: 'x' }],
    ['an endpoint that is a number', { endpoint: 7 }],
    ['an endpoint that is an object', { endpoint: { href: '/hasoffers' } }],
    ['a debug that is a text', { debug: 'x' }],
    ['a debug that is a number', { debug: 1 }],
    ['a token that is a text', { token: 'eyJ' }],
    ['a setting that there is not', { endpiont: '/hasoffers' }],
    ['a getter that throws', throwing('endpoint')],
    ['a getter of messages that throws', { messages: throwing('retry') }],
    ['a getter of locales that throws', { locales: throwing('de') }],
  ])('%s', (_, given) => {
    const { checked, problems } = check(given);
    expect(problems).toHaveLength(1);
    expect(checked).toEqual(nothing);
  });

  it.each([
    ['in another form', { found: 'x' }],
    ['without a form', { ofAnotherElement: 7 }],
  ])('a message of a pack %s', (_, pack) => {
    const { checked, problems } = check({ locales: { de: { ...pack, retry: 'Nochmal' } } });
    expect(problems).toHaveLength(1);
    expect(checked.locales.get('de')).toEqual({ retry: 'Nochmal' });
  });

  it('one by one, and the rest is used', () => {
    const { checked, problems } = check({
      endpoint: '/hasoffers',
      messages: { retry: 5, agree: 'Yes', nope: 'x' },
      locales: { pt_BR: {}, 'de-at': { retry: 'Nochmal' }, fr: 7 },
      debug: 'x',
    });
    expect(problems).toHaveLength(5);
    expect(checked).toEqual({
      endpoint: '/hasoffers',
      messages: { agree: 'Yes' },
      locales: new Map([['de-AT', { retry: 'Nochmal' }]]),
    });
  });

  it('without repeating a value, which may be a secret', () => {
    const { problems } = check({ endpoint: ['SECRET'], messages: { retry: { other: 7, SECRET: 'SECRET' } } });
    expect(problems.join()).not.toContain('SECRET');
    expect(problems).toHaveLength(2);
  });
});

describe('a value that can be used is used, and nothing is logged', () => {
  it.each([
    ['no settings', {}, nothing],
    ['an endpoint', { endpoint: '/hasoffers' }, { ...nothing, endpoint: '/hasoffers' }],
    [
      'an endpoint that is a URL',
      { endpoint: new URL('https://a.example/ho') },
      { ...nothing, endpoint: 'https://a.example/ho' },
    ],
    ['no endpoint', { endpoint: null }, { ...nothing, endpoint: null }],
    ['settings that are unset', { messages: undefined, locales: null, debug: undefined }, nothing],
    ['a message', { messages: { retry: 'Once more' } }, { ...nothing, messages: { retry: 'Once more' } }],
    ['a message that is unset', { messages: { retry: undefined } }, nothing],
    ['a locale', { locales: { nb: { retry: 'x' } } }, { ...nothing, locales: new Map([['nb', { retry: 'x' }]]) }],
    ['debug', { debug: false }, { ...nothing, debug: false }],
    ['an object without a prototype', Object.assign(Object.create(null), { debug: true }), { ...nothing, debug: true }],
    ['a token function', { token: getToken }, { ...nothing, token: getToken }],
    ['no token function', { token: null }, { ...nothing, token: null }],
    ['the object of the page itself', { version: '1', configure: () => {}, signOut: () => {} }, nothing],
    [
      'a message of a pack for an element that is not here',
      { locales: { de: { statsTitle: 'Zahlen' } } },
      { ...nothing, locales: new Map([['de', { statsTitle: 'Zahlen' }]]) },
    ],
    ['all messages', { messages: english }, { ...nothing, messages: english }],
  ])('%s', (_, given, expected) => {
    const { checked, problems } = check(given);
    expect(problems).toEqual([]);
    expect(checked).toEqual(expected);
  });
});
