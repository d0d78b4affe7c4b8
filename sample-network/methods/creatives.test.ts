import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startSampleNetwork } from '../network.js';
import { at, call, type Query } from '../test-client.js';

const network = await startSampleNetwork({ now: () => Date.parse('2026-07-01T12:00:00Z') });
beforeEach(() => network.reset());
afterAll(() => network.close());

type File = Readonly<Record<string, string | null>>;

async function filesOf(query: Query): Promise<readonly File[]> {
  const reply = await call(network, 'Affiliate_OfferFile::findAll', query);
  const rows = Object.values(at(reply, 'data', 'data') ?? {}) as readonly { readonly OfferFile: File }[];
  return rows.map((row) => row.OfferFile);
}

describe('Affiliate_OfferFile::findAll', () => {
  test('is paged without a limit as well', async () => {
    const reply = await call(network, 'Affiliate_OfferFile::findAll', { 'filters[offer_id]': '1004' });
    expect(reply.json.response.data).toMatchObject({ page: 1, current: 0, count: 10, pageCount: 1 });
    const none = await call(network, 'Affiliate_OfferFile::findAll', { 'filters[offer_id]': '7' });
    expect(none.json.response.data).toEqual({ page: 1, current: 0, count: 0, pageCount: 0, data: [] });
  });

  test('filters by type, status and size', async () => {
    const files = await filesOf([
      ['filters[offer_id]', '1004'],
      ['filters[type][]', 'image banner'],
      ['filters[type][]', 'text ad'],
      ['filters[status]', 'active'],
      ['filters[width]', '300'],
    ]);
    expect(files.map((file) => [file.type, file.width, file.height])).toEqual([['image banner', '300', '250']]);
  });

  test('pictures are there in their size and as a thumbnail', async () => {
    const banners = await filesOf({ 'filters[offer_id]': '1004', 'filters[type]': 'image banner' });
    for (const { url, thumbnail, width, height } of banners) {
      const picture = await fetch(String(url));
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toContain(`width="${width}" height="${height}"`);
      expect(await (await fetch(String(thumbnail))).text()).toMatch(/^<svg [^>]*width="100"/);
    }
    expect(banners).toHaveLength(5);
  });

  test('CreativeCode is a text beside the file, or nothing', async () => {
    const reply = await call(network, 'Affiliate_OfferFile::findAll', {
      'filters[offer_id]': '1004',
      'contain[]': 'CreativeCode',
    });
    expect(at(reply, 'data', 'data', '100404', 'CreativeCode')).toBe(
      '<a href="{tracking_link}">Fern & Clay: see what is new</a>',
    );
    expect(at(reply, 'data', 'data', '100400', 'CreativeCode')).toEqual([]);
  });

  test('one offer has creatives as nobody would want them', async () => {
    const files = await filesOf({ 'filters[offer_id]': '1235' });
    const has = (member: string, pattern: RegExp) =>
      expect(files.map((file) => file[member] ?? '')).toContainEqual(expect.stringMatching(pattern));
    has('display', /onerror/);
    has('display', /\]\(https/);
    has('url', /^javascript:/);
    has('url', /^data:/);
    has('width', /^4000$/);
    has('type', /^flash banner$/);
    has('expiration_date', /^2024-/);
    has('code', /<script>/);
    has('code', /\{unknown_macro\}/);
    expect(files).toContainEqual(expect.objectContaining({ type: 'image banner', width: null, height: null }));
  });
});

describe('landing pages and goals', () => {
  test('OfferUrl is a map by id, paged with a limit, without offer_url', async () => {
    const query = { 'filters[offer_id]': '1004', 'filters[status]': 'active' };
    const reply = await call(network, 'Affiliate_OfferUrl::findAll', query);
    expect(at(reply, 'data', '10041', 'OfferUrl')).toMatchObject({ name: 'New arrivals', offer_id: '1004' });
    expect(at(reply, 'data', '10041', 'OfferUrl')).not.toHaveProperty('offer_url');
    expect(at(reply, 'data', '10043')).toBe(undefined);
    const page = await call(network, 'Affiliate_OfferUrl::findAll', { ...query, limit: '1' });
    expect(page.json.response.data).toMatchObject({ count: 2, pageCount: 2 });
  });

  test('Goal is a map by id', async () => {
    const reply = await call(network, 'Affiliate_Goal::findAll', { 'filters[offer_id]': '1034' });
    expect(at(reply, 'data', '1734', 'Goal')).toMatchObject({ name: 'Monthly plan', default_payout: '8.00000' });
  });
});
