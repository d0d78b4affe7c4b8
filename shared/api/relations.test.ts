import { expect, test } from 'vitest';
import { findAllCountries, findAllOfferCategories } from './application.js';
import { encodeParams } from './params.js';
import {
  getCategories,
  getTargetCountries,
  getThumbnails,
  toCategories,
  toCountries,
  toThumbnail,
} from './relations.js';
import { fixtureData } from './test-fixtures.js';
import { generateTrackingLink, requestTrackingLink } from './tracking-link.js';

const file = {
  id: '31',
  url: 'https://x.example/a b.png',
  thumbnail: 'http://x.example/s.png',
  width: '300',
  height: '120',
};
const picture = { url: 'https://x.example/a%20b.png', width: 300, height: 120 };

test.each([
  ['the object itself', file],
  ['a map of files', { 31: file }],
  ['a list of files', [file]],
  ['a map of rows', { 31: { OfferFile: file } }],
  ['several files, the first without an address', { 30: { id: '30', url: '' }, 31: file }],
])('a thumbnail may come as %s', (_, value) => {
  expect(toThumbnail(value)).toEqual(picture);
});

test.each([[[]], [null], [undefined], [{}], ['x'], [{ url: 'javascript:alert(1)' }], [{ 1: null }]])(
  '%j is no thumbnail',
  (value) => {
    expect(toThumbnail(value)).toBeNull();
  },
);

test('a thumbnail without a full picture shows the small one, and without a size has none', () => {
  expect(toThumbnail({ thumbnail: file.thumbnail, width: '0', height: null })).toEqual({
    url: file.thumbnail,
    width: null,
    height: null,
  });
});

test('requests several offers at once', () => {
  const requests = [getThumbnails(['12', '15']), getCategories(['12', '15']), getTargetCountries(['12', '15'])];
  for (const { target } of requests) expect(target).toBe('Affiliate_Offer');
  expect(requests.map(({ method }) => method)).toEqual(['getThumbnail', 'getCategories', 'getTargetCountries']);
  for (const { params } of requests) expect(encodeParams(params)).toBe('ids[]=12&ids[]=15');
});

test('reads the recorded thumbnails', () => {
  const thumbnails = getThumbnails(['12']).decode(fixtureData('thumbnails'));
  expect([...thumbnails.keys()]).toEqual(['12']);
  expect(thumbnails.get('12')).toMatchObject({
    url: 'https://media.network.example/brand/files/sample/12/lumen%20logo.PNG',
  });
});

test('reads the recorded categories and countries, empty ones too', () => {
  expect([...getCategories(['12', '15']).decode(fixtureData('categories'))]).toEqual([
    ['12', [{ id: '52', name: 'Home & Garden' }]],
    ['15', []],
  ]);
  expect([...getTargetCountries(['12', '15']).decode(fixtureData('target-countries'))]).toEqual([
    ['12', [{ code: 'GB', name: 'united kingdom' }]],
    ['15', []],
  ]);
});

test('accepts a map or a list; nothing is an empty map', () => {
  expect(
    getThumbnails(['12'])
      .decode({ 12: { offer_id: 12, Thumbnail: file } })
      .get('12'),
  ).toEqual(picture);
  expect(getThumbnails(['12']).decode([]).size).toBe(0);
});

test('categories come by name, whatever wraps them', () => {
  const garden = { id: 52, name: 'Home &amp; Garden' };
  const art = { OfferCategory: { id: '9', name: 'Art' } };
  const expected = [
    { id: '9', name: 'Art' },
    { id: '52', name: 'Home & Garden' },
  ];
  expect(toCategories({ 52: garden, 9: art, 10: { id: '10' }, 11: null })).toEqual(expected);
  expect(toCategories(garden)).toEqual([expected[1]]);
});

test('UK is GB, each country comes once, and what is no code is left out', () => {
  const countries = {
    UK: { code: 'UK', name: 'united kingdom' },
    GB: { code: 'GB', name: 'united kingdom' },
    '?': { code: '' },
    fr: { code: 'FR', name: 'france' },
  };
  expect(
    toCountries({ ...countries, CZ: { code: 'CZ', name: 'czech republic' }, DE: { code: 'DE' }, 1: null }),
  ).toEqual([
    { code: 'CZ', name: 'czech republic' },
    { code: 'DE', name: 'DE' },
    { code: 'FR', name: 'france' },
    { code: 'GB', name: 'united kingdom' },
  ]);
});

test('reads every country and every category of the network', () => {
  expect(findAllCountries()).toMatchObject({ target: 'Affiliate_Application', method: 'findAllCountries' });
  expect(findAllCountries().decode(fixtureData('all-countries'))).toEqual([{ code: 'GB', name: 'United Kingdom' }]);
  expect(findAllOfferCategories()).toMatchObject({
    target: 'Affiliate_Application',
    method: 'findAllOfferCategories',
    params: { fields: ['id', 'name'] },
  });
  expect(findAllOfferCategories().decode(fixtureData('all-categories'))).toEqual([{ id: '52', name: 'Home & Garden' }]);
});

test('two countries under one code in the whole list are one', () => {
  expect(
    findAllCountries().decode([{ Country: { code: 'UK', name: 'a' } }, { Country: { code: 'GB', name: 'a' } }]),
  ).toEqual([{ code: 'GB', name: 'a' }]);
});

test('requests a tracking link with the sub-ids that are set', () => {
  expect(generateTrackingLink('12')).toMatchObject({ target: 'Affiliate_Offer', method: 'generateTrackingLink' });
  const { params } = generateTrackingLink('12', { aff_sub: 'home', aff_sub2: '', source: undefined });
  expect(encodeParams(params)).toBe('offer_id=12&params[aff_sub]=home');
  expect(encodeParams(generateTrackingLink('12').params)).toBe('offer_id=12');
});

test('reads the recorded tracking links', () => {
  const { decode } = generateTrackingLink('12');
  expect(decode(fixtureData('tracking-link'))).toBe(
    'http://go.network.example/aff_c?offer_id=12&aff_id=94&aff_sub=home',
  );
  expect(decode(fixtureData('tracking-link-tiny'))).toBe('http://go.network.example/SHk');
});

test.each([[[]], [null], [false], [''], [{}], [{ click_url: 'javascript:alert(1)' }]])(
  '%j holds no tracking link',
  (data) => {
    expect(generateTrackingLink('12').decode(data)).toBeNull();
  },
);

test('a link that is no web address is an error for those who say why there is none', () => {
  const { decode } = requestTrackingLink('12', {});
  expect(() => decode({ click_url: 'javascript:alert(1)' })).toThrow(
    expect.objectContaining({ code: 'invalid-response' }),
  );
  expect(decode([])).toBeNull();
  expect(decode({ click_url: 'https://brand.app.link/Xy12?%243p=a' })).toBe('https://brand.app.link/Xy12?%243p=a');
});

test('a scalar instead of a tracking link is invalid', () => {
  expect(() => generateTrackingLink('12').decode(true)).toThrow(expect.objectContaining({ code: 'invalid-response' }));
});

test.each([
  ['a thumbnail', () => toThumbnail({ ...file, Uploader: { url: 'https://x.example/other.png' } })?.url, picture.url],
  ['a category', () => toCategories({ id: '9', name: 'Art', Parent: { id: '1', name: 'All' } })[0]?.name, 'Art'],
  [
    'a wrapped category',
    () => toCategories({ Parent: { id: '1', name: 'All' }, OfferCategory: { id: '9', name: 'Art' } })[0]?.name,
    'Art',
  ],
  [
    'a country',
    () => toCountries({ code: 'DE', name: 'germany', Region: { code: 'EU', name: 'europe' } })[0]?.code,
    'DE',
  ],
  [
    'a row of thumbnails',
    () =>
      getThumbnails(['12'])
        .decode({ offer_id: '12', Thumbnail: { ...file, offer_id: '31' } })
        .get('12')?.url,
    picture.url,
  ],
  [
    'a row of categories',
    () =>
      getCategories(['12'])
        .decode({ offer_id: '12', categories: [{ id: '9', name: 'Art' }] })
        .get('12')?.length,
    1,
  ],
])('distinguishes %s by itself from the objects inside it', (_, read, expected) => {
  expect(read()).toBe(expected);
});

test.each([
  ['a picture', () => toThumbnail({ id: '31', url: '', Uploader: file }), null],
  ['a picture that may not be linked', () => toThumbnail({ url: 'javascript:alert(1)', Employee: file }), null],
  ['a file', () => toThumbnail({ OfferFile: [], Offer: file }), null],
  ['a category', () => toCategories({ id: '9', name: '', Parent: { id: '1', name: 'All' } }), []],
  ['a country', () => toCountries({ name: 'x', Region: { code: 'EU', name: 'europe' } }), []],
  ['a wrapped country', () => toCountries({ Country: [], Region: { code: 'EU', name: 'europe' } }), []],
])('%s that cannot be used is not replaced by an object beside it', (_, read, nothing) => {
  expect(read()).toEqual(nothing);
});
