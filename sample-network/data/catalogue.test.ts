import { describe, expect, test } from 'vitest';
import { pictures } from '../pictures.js';
import { catalogue, offersUpTo } from './catalogue.js';
import { categoryNames } from './categories.js';
import { countries } from './countries.js';
import type { OfferSeed } from './offer-seed.js';

const some = (test: (offer: OfferSeed) => boolean) => catalogue.some(test);
const filename = (offer: OfferSeed) => ('filename' in offer.picture ? offer.picture.filename : '');

describe('the catalogue', () => {
  test('has about 120 offers with ids of their own, in order', () => {
    const ids = catalogue.map((offer) => offer.id);
    expect(ids.length).toBeGreaterThanOrEqual(118);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  test.each([
    ['begins', catalogue.slice(0, 20)],
    ['ends', catalogue.slice(-20)],
  ])(
    '%s with a page that looks real: a picture of its own for each offer, no category more than three times',
    (_, page) => {
      for (const name of categoryNames) {
        expect(page.filter((offer) => offer.categories[0] === name).length).toBeLessThanOrEqual(3);
      }
      const files = page.map((offer) => ('file' in offer.picture ? offer.picture.file : ''));
      expect(new Set(files).size).toBe(20);
      expect(files).not.toContain('');
      expect(page.every((offer) => offer.name.length < 60)).toBe(true);
    },
  );

  // The compiler does not look into the data files.
  test('names categories, countries and pictures that there are', () => {
    const codes = countries.map((country) => country.code);
    for (const { categories, countries, picture } of catalogue) {
      expect(categoryNames).toEqual(expect.arrayContaining([...categories]));
      expect(codes).toEqual(expect.arrayContaining([...countries]));
      if ('file' in picture) expect([...pictures.keys()]).toContain(picture.file);
    }
  });

  test('has every category, payout type, approval state and a dozen currencies', () => {
    for (const name of categoryNames) expect(some((offer) => offer.categories.includes(name))).toBe(true);
    expect([...new Set(catalogue.map((offer) => offer.payout.type))].sort()).toEqual([
      'cpa_both',
      'cpa_flat',
      'cpa_percentage',
      'cpc',
      'cpm',
    ]);
    expect([...new Set(catalogue.map((offer) => offer.approval ?? 'approved'))].sort()).toEqual([
      'agreed',
      'approved',
      'must-apply',
      'open',
      'pending',
      'rejected',
      'terms',
    ]);
    expect(new Set(catalogue.map((offer) => offer.currency))).toEqual(
      new Set([null, 'USD', 'EUR', 'GBP', 'JPY', 'BHD', 'KWD', 'BRL', 'PLN', 'SEK', 'AED', 'INR']),
    );
  });

  test('writes payouts with five places and percents with two', () => {
    for (const { payout } of catalogue) {
      expect(payout.flat).toMatch(/^\d+\.\d{5}$/);
      if (payout.percent !== null) expect(payout.percent).toMatch(/^\d+\.\d{2}$/);
    }
  });

  test('lives on example domains only', () => {
    const hosts = catalogue.flatMap((offer) =>
      [...JSON.stringify(offer).matchAll(/https?:\/\/([^/"\\]+)/g)].map((found) => found[1]),
    );
    expect(hosts.length).toBeGreaterThan(100);
    for (const host of hosts) expect(host).toMatch(/\.example$/);
  });

  test.each<[string, (offer: OfferSeed) => boolean]>([
    ['no thumbnail as a list', (offer) => 'none' in offer.picture && offer.picture.none === '[]'],
    ['no thumbnail as null', (offer) => 'none' in offer.picture && offer.picture.none === 'null'],
    ['no thumbnail member', (offer) => 'none' in offer.picture && offer.picture.none === 'absent'],
    ['a picture that is gone', (offer) => 'missingFile' in offer.picture],
    [
      'a picture by plain http elsewhere',
      (offer) => 'elsewhere' in offer.picture && offer.picture.elsewhere.startsWith('http://'),
    ],
    ['a blank in a file name', (offer) => filename(offer).includes(' ')],
    ['an upper-case ending', (offer) => /\.PNG$/.test(filename(offer))],
    ['a null currency', (offer) => offer.currency === null],
    [
      'a stale percent on a flat payout',
      (offer) => offer.payout.type === 'cpa_flat' && Number(offer.payout.percent) > 0,
    ],
    [
      'a stale amount on a percentage',
      (offer) => offer.payout.type === 'cpa_percentage' && Number(offer.payout.flat) > 0,
    ],
    ['an expired offer', (offer) => typeof offer.expires === 'string' && offer.expires.startsWith('2025')],
    ['a far-future expiry', (offer) => typeof offer.expires === 'string' && offer.expires.startsWith('2099')],
    ['a zero-date expiry', (offer) => offer.expires === '0000-00-00 00:00:00'],
    ['an expiry within days', (offer) => typeof offer.expires === 'object'],
    ['a featured offer', (offer) => offer.featured !== undefined],
    ['unclosed tags', (offer) => offer.description?.includes('<b>bold <i>') ?? false],
    ['a script tag', (offer) => offer.description?.includes('<script>') ?? false],
    ['entities that were escaped twice', (offer) => offer.name.includes('&amp;amp;')],
    ['emoji', (offer) => /\p{Extended_Pictographic}/u.test(offer.name)],
    ['Arabic', (offer) => /\p{Script=Arabic}/u.test(offer.name)],
    ['Hebrew', (offer) => /\p{Script=Hebrew}/u.test(offer.name)],
    ['4,000 characters', (offer) => offer.description?.length === 4000],
    ['quotes, pipes and ampersands in a name', (offer) => /^"/.test(offer.name) && offer.name.includes('|')],
    ['no description and no preview', (offer) => offer.description === null && offer.preview === null],
    ['an empty preview', (offer) => offer.preview === ''],
    ['a preview that is script', (offer) => offer.preview?.startsWith('javascript:') ?? false],
    ['no countries', (offer) => offer.countries.length === 0],
    ['60 countries', (offer) => offer.countries.length === 60],
    ['UK for GB', (offer) => offer.countries.includes('UK')],
    ['no category', (offer) => offer.categories.length === 0],
    ['three categories', (offer) => offer.categories.length === 3],
    ['an internal test offer', (offer) => offer.name.startsWith('[INTERNAL ONLY]')],
    ['terms to accept', (offer) => offer.approval === 'terms' && offer.terms !== undefined],
    ['a goal', (offer) => offer.goal !== undefined],
    ['direction controls', (offer) => offer.name.includes('\u202E')],
  ])('contains %s', (_, matches) => {
    expect(some(matches)).toBe(true);
  });

  test('multiplies to any size, the same every time, with names and ids of their own', () => {
    const many = offersUpTo(3000);
    expect(many).toHaveLength(3000);
    expect(new Set(many.map((offer) => offer.id)).size).toBe(3000);
    expect(new Set(many.map((offer) => offer.name)).size).toBe(3000);
    expect(offersUpTo(3000)).toEqual(many);
    expect(offersUpTo(3)).toEqual(catalogue.slice(0, 3));
  });
});
