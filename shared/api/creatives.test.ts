import { describe, expect, it } from 'vitest';
import { findCreatives } from './creatives.js';

const query = { offerId: '4', types: ['image', 'text'], sizes: [], limit: 12, page: 1 } as const;
const file = {
  id: '7',
  type: 'image banner',
  display: 'Wide',
  width: '300',
  height: '250',
  url: 'https://a.example/a b.png',
};
const page = (...files: readonly object[]) => ({
  page: 1,
  current: 0,
  count: files.length,
  pageCount: 1,
  data: Object.fromEntries(files.map((each) => [(each as { id?: string }).id ?? '1', { OfferFile: each }])),
});
const decode = (...files: readonly object[]) => findCreatives(query).decode(page(...files));
const first = (change: object) => decode({ ...file, ...change }).rows[0];

describe('the request', () => {
  it('names offer, types and sizes, and no fields', () => {
    const sizes = [
      { width: 300, height: 250 },
      { width: 728, height: 90 },
      { width: 300, height: 600 },
    ];
    expect(findCreatives({ ...query, sizes }).params).toEqual({
      filters: {
        offer_id: '4',
        status: 'active',
        type: ['image banner', 'text ad'],
        width: [300, 728],
        height: [250, 90, 600],
      },
      sort: { id: 'desc' },
      limit: 12,
      page: 1,
    });
  });
});

describe('the response', () => {
  it('is a page of creatives, the newest first', () => {
    const found = decode({ ...file, id: '7' }, { ...file, id: '12' });
    expect(found.rows.map(({ id }) => id)).toEqual(['12', '7']);
    expect(found).toMatchObject({ page: 1, pageCount: 1, total: 2 });
    expect(found.rows[1]).toEqual({
      id: '7',
      name: 'Wide',
      type: 'image',
      width: 300,
      height: 250,
      url: 'https://a.example/a%20b.png',
      thumbnail: null,
      code: null,
      expires: null,
    });
  });

  it.each([[[]], [null], [''], [{ ...page(), data: [] }]])('may be nothing: %j', (data) => {
    expect(findCreatives(query).decode(data).rows).toEqual([]);
  });

  it('may be a bare map', () => {
    expect(findCreatives(query).decode({ 7: { OfferFile: file } }).rows).toHaveLength(1);
  });

  it('has neither Flash nor what is hidden', () => {
    expect(
      decode(file, { ...file, id: '8', type: 'flash banner' }, { ...file, id: '9', type: 'hidden' }).rows,
    ).toHaveLength(1);
  });

  it('has no size that was found by the width of one and the height of another', () => {
    const sizes = [
      { width: 300, height: 250 },
      { width: 728, height: 90 },
    ];
    const found = findCreatives({ ...query, sizes }).decode(page(file, { ...file, id: '8', height: '90' }));
    expect(found.rows.map(({ id }) => id)).toEqual(['7']);
    expect(found.total).toBeNull();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//a.example/x', 'x.png', ''])('has no URL %j', (url) => {
    expect(first({ url, thumbnail: url })).toMatchObject({ url: null, thumbnail: null });
  });

  it.each([
    ['"><img onerror=x>', '"><img onerror=x>'],
    ['Fern &amp; Clay', 'Fern & Clay'],
    [' two\r\n lines\u0000 ', 'two lines'],
    ['a\u202egnp.exe\u2066', 'agnp.exe'],
    ['', '7'],
  ])('calls %j %j', (display, name) => {
    expect(first({ display })?.name).toBe(name);
  });

  it.each([
    ['2024-12-31 23:59:59', Date.UTC(2024, 11, 31, 23, 59, 59)],
    ['0000-00-00 00:00:00', null],
    ['2024-12-31', null],
    [null, null],
  ])('expires %j at %j', (expiration_date, expires) => {
    expect(first({ expiration_date })?.expires).toBe(expires);
  });

  it('has code where the type has some', () => {
    expect(first({ type: 'html ad', code: '<b>' })?.code).toBe('<b>');
    expect(first({ type: 'html ad', code: '' })?.code).toBeNull();
    expect(first({ code: '<b>' })?.code).toBeNull();
  });
});
