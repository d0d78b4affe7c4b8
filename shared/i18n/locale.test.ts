import { describe, expect, it } from 'vitest';
import { canonicalLocale, localeChain, matchLocales, textDirection } from './locale.js';

describe('the locales whose texts a reader understands', () => {
  it.each([
    ['nn', ['nn', 'no']],
    ['nb', ['nb', 'no']],
    ['es-MX', ['es-MX', 'es-419', 'es']],
    ['pt-AO', ['pt-AO', 'pt-PT', 'pt']],
    ['pt-BR', ['pt']],
    ['zh-HK', ['zh-Hant-HK', 'zh-Hant']],
    ['zh-MO', ['zh-Hant-MO', 'zh-Hant-HK', 'zh-Hant']],
    ['zh-CN', ['zh']],
    ['sr-Latn-RS', ['sr-Latn']],
    ['sr-ME', ['sr-Latn-ME', 'sr-Latn']],
    ['en-AU', ['en-AU', 'en-001', 'en']],
    ['en-DE', ['en-DE', 'en-150', 'en-001', 'en']],
    ['de-AT', ['de-AT', 'de']],
    ['en-BB', ['en-BB', 'en-001', 'en']],
    ['en-PH', ['en-PH', 'en']],
    ['en-Shaw', ['en-Shaw']],
    ['es-ES', ['es']],
    ['zh-Hans-HK', ['zh-HK', 'zh']],
    ['zh-Hant-SG', ['zh-Hant-SG', 'zh-Hant']],
    ['pa-PK', ['pa-Arab']],
    ['sh', ['sr-Latn']],
  ])('%s: %j', (tag, chain) => {
    expect(localeChain(tag)).toEqual(chain);
  });

  it.each([
    ['nn', ['de', 'nb'], ['nb']],
    ['no', ['nb'], ['nb']],
    ['nb', ['no'], ['no']],
    ['zh-Hant-HK', ['zh-CN', 'zh-TW'], ['zh-TW']],
    ['zh', ['zh-TW', 'zh-CN'], ['zh-CN']],
    ['sr-Latn', ['sr'], []],
    ['sr', ['sr-Latn'], []],
    ['pt-AO', ['pt-BR', 'pt-PT'], ['pt-PT', 'pt-BR']],
    ['pt-AO', ['pt-PT', 'pt-BR'], ['pt-PT', 'pt-BR']],
    ['pt', ['pt-PT', 'pt-BR'], ['pt-BR', 'pt-PT']],
    ['pt-PT', ['pt-BR'], ['pt-BR']],
    ['es-419', ['es'], ['es']],
    ['es-AR', ['es', 'es-MX'], ['es-MX', 'es']],
    ['es-AR', ['es-MX', 'es'], ['es-MX', 'es']],
    ['zh', ['zh-CN', 'zh-TW'], ['zh-CN']],
    ['de-AT', ['de-AT', 'de', 'de-CH'], ['de-AT', 'de', 'de-CH']],
    ['en-AU', ['en-GB', 'en', 'en-US'], ['en-GB', 'en', 'en-US']],
    ['nn', ['nn', 'no', 'nb'], ['nn', 'no', 'nb']],
    ['de-AT', ['de-CH', 'de', 'de-AT'], ['de-AT', 'de', 'de-CH']],
    ['en-AU', ['en', 'en-GB'], ['en-GB', 'en']],
    ['fr', ['de'], []],
    ['en-KN', ['en-US', 'en-GB'], ['en-GB', 'en-US']],
    ['en-PR', ['en-GB', 'en-US'], ['en-US', 'en-GB']],
    ['es-US', ['es-ES', 'es-MX'], ['es-MX', 'es-ES']],
    ['es-GQ', ['es-MX', 'es-ES'], ['es-ES', 'es-MX']],
    ['zh-MO', ['zh-CN', 'zh-TW', 'zh-HK'], ['zh-HK', 'zh-TW']],
    ['zh-SG', ['zh-TW', 'zh-CN'], ['zh-CN']],
    ['sr-ME', ['sr', 'sr-Latn'], ['sr-Latn']],
    ['sr-BA', ['sr-Latn', 'sr'], ['sr']],
    ['nb', ['da', 'nn'], ['nn']],
  ])('of %s among %j are %j, nearest first', (language, available, expected) => {
    expect(matchLocales(language, available)).toEqual(expected);
  });
});

describe('a language', () => {
  it.each([
    ['ar-EG', 'rtl'],
    ['ckb', 'rtl'],
    ['az-Arab', 'rtl'],
    ['he', 'rtl'],
    ['uz', 'ltr'],
    ['zh-TW', 'ltr'],
  ] as const)('%s is written %s', (language, direction) => {
    expect(textDirection(language)).toBe(direction);
  });

  it.each(['not a language', 'pt_BR', '', null, undefined, 7, {}])(
    'that Intl does not accept counts as none: %j',
    (tag) => {
      expect(canonicalLocale(tag)).toBeUndefined();
    },
  );
});
