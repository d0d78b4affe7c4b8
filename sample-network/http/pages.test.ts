import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../data/catalogue.js';
import { startSampleNetwork } from '../network.js';
import { at, call } from '../test-client.js';

const network = await startSampleNetwork({ rateLimit: { calls: 1000, windowMs: 10_000 } });
beforeEach(() => network.reset());
afterAll(() => network.close());

async function thumbnailOf(id: number): Promise<{ readonly url: string; readonly small: string }> {
  const reply = await call(network, 'Affiliate_Offer::findById', { id: String(id), 'contain[]': 'Thumbnail' });
  const [url, small] = ['url', 'thumbnail'].map((name) => String(at(reply, 'data', 'Thumbnail', name)));
  return { url: url ?? '', small: small ?? '' };
}

describe('pictures', () => {
  test('are served at the URL that the API gives, blanks and upper-case endings included', async () => {
    const { url, small } = await thumbnailOf(1053);
    expect(url).toBe(`${network.url}/media/brand/files/sample/1053/Lumenhaus logo 300.PNG`);
    const response = await fetch(encodeURI(url));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toContain('width="300" height="120"');
    expect(await (await fetch(encodeURI(small))).text()).toContain('width="100" height="40"');
  });

  test('that are announced but gone answer 404', async () => {
    const { url } = await thumbnailOf(1235);
    expect((await fetch(url)).status).toBe(404);
  });

  test('answer 404 to paths that are no file of ours', async () => {
    for (const path of [
      '/media/brand/files/sample/1004/other.png',
      '/media/brand/files/sample/..%2f..%2fetc%2fpasswd',
      '/media/%zz',
    ]) {
      expect((await fetch(network.url + path)).status).toBe(404);
    }
  });

  test('of multiplied offers are those of the offer they were made from', async () => {
    network.setOfferCount(300);
    const { url } = await thumbnailOf(10_001);
    expect(url).toContain('/sample/1004/');
    expect((await fetch(encodeURI(url))).status).toBe(200);
  });

  test('include the account manager', async () => {
    const reply = await call(network, 'Affiliate_Affiliate::getAccountManager');
    const response = await fetch(String(at(reply, 'data', 'photo')));
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
  });

  test('can be announced under another URL', async () => {
    const other = await startSampleNetwork({ mediaBase: 'https://cdn.example/' });
    const reply = await call(other, 'Affiliate_Offer::findById', { id: '1004', 'contain[]': 'Thumbnail' });
    expect(at(reply, 'data', 'Thumbnail', 'url')).toBe(
      'https://cdn.example/media/brand/files/sample/1004/fern-clay-spring.png',
    );
    await other.close();
  });
});

describe('where links lead', () => {
  test('a click lands on a page that shows what was tracked, and is recorded', async () => {
    const response = await fetch(`${network.url}/aff_c?offer_id=1004&aff_id=94&aff_sub=%3Cb%3Ehome`);
    const page = await response.text();
    expect(page).toContain('You would now be at Fern &amp; Clay');
    expect(page).toContain('&lt;b&gt;home');
    expect(page).not.toContain('<b>home');
    expect(network.visits).toMatchObject([{ kind: 'click', params: { offer_id: '1004', aff_sub: '<b>home' } }]);
  });

  test('an impression pixel is recorded, so that a test can prove it is never loaded', async () => {
    const response = await fetch(`${network.url}/aff_i?offer_id=1004&aff_id=94`);
    expect(response.headers.get('content-type')).toBe('image/gif');
    expect(network.visits).toMatchObject([{ kind: 'impression' }]);
  });

  test('an unknown offer is a friendly 404', async () => {
    const response = await fetch(`${network.url}/aff_c?offer_id=7`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('leads nowhere');
  });

  test('every landing page can be written, the awkward ones without running anything', async () => {
    for (const offer of catalogue) {
      const response = await fetch(`${network.url}/aff_c?offer_id=${offer.id}`);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).not.toMatch(/<script|href="javascript/i);
    }
  });

  test('the front page names keys and faults', async () => {
    const page = await (await fetch(network.url)).text();
    expect(page).toContain('refusesRelations');
    expect(page).toContain('/fault/delay-1500/Apiv3/json');
  });
});
