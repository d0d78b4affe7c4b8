import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AllMessages, allMessages } from '../shared/i18n/all-messages.js';
import { canonicalLocale, matchLocales } from '../shared/i18n/locale.js';
import { buildLocales, readLocales } from './locales.js';

const locales = await readLocales();
const english: AllMessages = allMessages;
const keys = Object.keys(english) as (keyof AllMessages)[];

/** The same word in both languages. Anything else that is equal was forgotten. */
const sameAsInEnglish: Readonly<Record<string, readonly (keyof AllMessages)[]>> = {
  cs: ['chat'],
  da: ['chat', 'status', 'downloadAs', 'method:check'],
  de: ['chat', 'status', 'conversions', 'conversionsTitle'],
  es: ['chat'],
  fi: ['chat'],
  fr: [
    'pages',
    'page',
    'conversions',
    'date',
    'group:source',
    'sourceName',
    'type:image',
    'conversionsTitle',
    'messagesLabel',
    'kind:message',
  ],
  id: ['email', 'chat', 'status'],
  it: ['chat'],
  nl: ['chat', 'status'],
  nb: ['chat', 'status'],
  pl: ['status'],
  'pt-BR': ['chat'],
  ro: ['chat'],
  sv: ['status', 'period', 'method:check'],
  vi: ['email'],
};

/** What stands on buttons, badges and column heads, where a few words fit and no sentence. */
const short: readonly (keyof AllMessages)[] = [
  ...(['kind:approved', 'kind:denied'] as const),
  ...(['retry', 'link', 'preview', 'clear', 'showMore', 'agree', 'previous', 'next', 'featured'] as const),
  ...(['open', 'approved', 'pending', 'rejected', 'apply', 'terms', 'expired'] as const),
  ...([
    'offer',
    'payout',
    'category',
    'country',
    'expiry',
    'status',
    'cpa_flat',
    'cpa_percentage',
    'cpc',
    'cpm',
  ] as const),
  ...(['clicks', 'conversions', 'epc', 'conversion-rate', 'impressions', 'ctr', 'metric', 'currency'] as const),
  ...(['changeUp', 'changeDown', 'changeNone', 'noPrevious', 'previousPeriod', 'incompleteDay', 'date'] as const),
  ...(['showTable', 'hideTable', 'others', 'none', 'download', 'compare:previous', 'compare:none'] as const),
  ...(['creativeType', 'creativeSize', 'allTypes', 'allSizes', 'type:image', 'type:text', 'type:file'] as const),
  ...(['copyAs', 'noPreview'] as const),
  ...(['invoice', 'invoiceDate', 'method', 'memo', 'amount', 'deduction', 'receipt:success', 'balance'] as const),
  ...keys.filter((key) => /^(invoice|method|total|group|period):/.test(key)),
  ...(['time', 'goal', 'conversionId', 'allOffers'] as const),
  ...(['status:all', 'status:approved', 'status:pending', 'status:rejected'] as const),
];

/** What networks call a sub-id in many languages, and sentences without a word. */
const isTrade = (sentence: string) => !/\p{L}/u.test(sentence.replace(/\{\w+\}|Sub-ID/g, ''));

const holesOf = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
const sentencesOf = (messages: AllMessages) =>
  keys.flatMap((key) => {
    const value: unknown = messages[key];
    return typeof value === 'string' ? [[key, value] as const] : [];
  });

/** By CLDR's parent locales and scripts: what readers of another script cannot read is English. */
const readers: Readonly<Record<string, readonly string[]>> = {
  nb: ['nb', 'nn', 'no', 'nb-NO', 'nn-NO', 'no-NO', 'nb-SJ'],
  'pt-BR': ['pt', 'pt-PT', 'pt-AO', 'pt-MZ', 'pt-CV', 'pt-MO', 'pt-CH'],
  'zh-CN': ['zh', 'zh-Hans', 'zh-SG', 'zh-MY', 'zh-Hans-HK', 'zh-Hans-MO', 'zh-Hans-TW', 'cmn'],
  'zh-TW': ['zh-Hant', 'zh-HK', 'zh-MO', 'zh-Hant-HK', 'zh-Hant-MO', 'zh-Hant-CN', 'zh-Hant-SG', 'zh-hant-tw'],
  es: ['es-419', 'es-MX', 'es-AR', 'es-US', 'es-PH', 'es-GQ', 'es-ES-valencia'],
  fr: ['fr-CA', 'fr-CH', 'fr-CD', 'fr-HT'],
  de: ['de-AT', 'de-CH', 'de-LI', 'de-1996', 'de-DE-u-co-phonebk', 'de-Latn-AT'],
  ar: ['ar-001', 'ar-EG', 'ar-MA', 'ar-Arab-SA'],
  he: ['iw', 'he-IL'],
  id: ['in', 'id-ID'],
  ro: ['mo', 'ro-MD'],
  sv: ['sv-FI', 'sv-AX'],
  da: ['da-GL'],
  nl: ['nl-BE', 'nl-SR'],
  el: ['el-CY', 'el-polyton'],
  ru: ['ru-KZ', 'ru-UA'],
  uk: ['uk-UA'],
  tr: ['tr-CY'],
  it: ['it-CH'],
  ja: ['ja-JP-u-ca-japanese'],
  ko: ['ko-KP', 'ko-Kore'],
  none: [
    'en',
    'en-US',
    'ru-Latn',
    'uk-Latn',
    'el-Latn',
    'ar-Latn',
    'ja-Latn',
    'zh-Latn',
    'sr',
    'sr-Latn',
    'hr',
    'sk',
    'ca',
    'yue',
    'fo',
  ],
};

it.each(Object.entries(readers).flatMap(([pack, tags]) => tags.map((tag) => [tag, pack] as const)))(
  'the pack for %s is %s',
  (tag, pack) => {
    expect(matchLocales(canonicalLocale(tag) as string, [...locales.keys()])[0] ?? 'none').toBe(pack);
  },
);

it('ships the languages that the guide names', async () => {
  const guide = await readFile('docs/languages.md', 'utf8');
  const named = /^\| Language \| File \|\n\|[-|]+\n((?:\|.*\n)+)/m.exec(guide)?.[1]?.match(/(?<=`)[\w-]+(?=\.js`)/g);
  expect([...locales.keys()].sort()).toEqual(named?.sort());
});

describe.each([...locales])('%s', (tag, messages) => {
  it('is a language that browsers know, named as they name it', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
  });

  it('has every message and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
    expect(sentencesOf(messages).filter(([, sentence]) => sentence.trim() !== sentence || !sentence)).toEqual([]);
  });

  it('fills in what English fills in', () => {
    for (const [key, sentence] of sentencesOf(messages)) {
      expect(holesOf(sentence), key).toEqual(holesOf(String(english[key])));
    }
  });

  it('has the plural forms of its grammar', () => {
    const rules = new Intl.PluralRules(tag);
    const numbers = Array.from({ length: 1001 }, (_, number) => number);
    const { found, conversionsFound, messageCount } = messages;
    for (const forms of [found, conversionsFound, messageCount]) {
      expect(Object.keys(forms).sort()).toEqual([...rules.resolvedOptions().pluralCategories].sort());
    }
    for (const [category, sentence] of [found, conversionsFound, messageCount].flatMap((forms) =>
      Object.entries(forms),
    )) {
      // "Two offers" needs no figure, if no other number takes the same form.
      const isOneNumber = numbers.filter((number) => rules.select(number) === category).length === 1;
      if (!isOneNumber || holesOf(sentence)[0]) expect(holesOf(sentence), category).toEqual(['{count}']);
    }
  });

  it('leaves no English', () => {
    const same = sentencesOf(messages).flatMap(([key, sentence]) =>
      sentence === english[key] && !isTrade(sentence) ? [key] : [],
    );
    expect(same.sort()).toEqual([...(sameAsInEnglish[tag] ?? [])].sort());
    if (new Intl.Locale(tag).maximize().script === 'Latn') return;
    const latin = sentencesOf(messages).filter(([, sentence]) =>
      /[a-z]{2}/i.test(sentence.replace(/\{\w+\}|https:|\b(IP|CSV|HTML|QR|URL|(Sub-)?ID)/g, '')),
    );
    expect(latin).toEqual([]);
  });

  it('writes numbers as they are written there', () => {
    const thousand = /\d/.test(messages.cpm) && !messages.cpm.includes((1000).toLocaleString(tag));
    expect(thousand && messages.cpm).toBe(false);
  });

  it('ends sentences as sentences and leaves the point out elsewhere', () => {
    for (const [key, sentence] of sentencesOf(messages)) {
      const expected = /\.$/.test(String(english[key])) ? /[.。]$/ : /[^.。]$/;
      expect(sentence, key).toMatch(expected);
    }
  });

  it('is short where there is little room', () => {
    expect(short.filter((key) => String(messages[key]).length > 26)).toEqual([]);
    // On a card these two stand beside the payout.
    expect(Math.max(messages.link.length, messages.preview.length)).toBeLessThan(16);
  });
});

describe('the built files', () => {
  let folder: string;
  let scripts: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'locales-'));
    await buildLocales(folder);
    scripts = await readdir(join(folder, 'locales'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const codeOf = (name: string) => readFile(join(folder, 'locales', name), 'utf8');

  it('are one script per language, in ASCII, smaller than 4,500 bytes on the wire', async () => {
    expect([...scripts].sort()).toEqual([...locales.keys()].map((tag) => `${tag}.js`).sort());
    for (const name of scripts) {
      const code = await codeOf(name);
      expect(code, name).not.toMatch(/[\u0080-\uffff]/);
      expect(brotliCompressSync(code).length, name).toBeLessThan(4500);
    }
  });

  it('wait for the main script beside each other, without a name in the page', async () => {
    const page: Record<string, unknown> = {};
    page.window = page;
    for (const name of scripts) runInNewContext(await codeOf(name), page);
    expect(Object.keys(page).sort()).toEqual(['HasOffersWidgets', 'window']);
    expect(page.HasOffersWidgets).toEqual({ locales: { ...Object.fromEntries(locales), no: locales.get('nb') } });
  });

  it('hand themselves over where the main script has run', async () => {
    const given: unknown[] = [];
    const window = { HasOffersWidgets: { configure: (settings: unknown) => given.push(settings) } };
    runInNewContext(await codeOf('pt-BR.js'), { window });
    expect(given).toEqual([{ locales: { 'pt-BR': locales.get('pt-BR') } }]);
    expect(Object.keys(window.HasOffersWidgets)).toEqual(['configure']);
  });

  it('are modules for bundlers, too', async () => {
    const module = await import(/* @vite-ignore */ join(folder, 'module/locales/pt-BR.js'));
    expect(module).toMatchObject({ ptBR: locales.get('pt-BR') });
  });
});
