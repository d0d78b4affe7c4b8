import { describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { axeViolations, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { mountSignedIn } from './signed-in-site.js';
import { heard, mountShop, openLink, part, press, shownLink, tag } from './tracking-link-page.js';

const harness = useHarness(mountShop);
const open = (attributes: string, options?: Parameters<typeof openLink>[2]) => openLink(harness, attributes, options);

/** The network's own answer, without proxy and widget. */
async function directLink(offer: string, params: Readonly<Record<string, string>>): Promise<string> {
  const query = new URLSearchParams([
    ['NetworkId', sampleNetworkId],
    ['api_key', sampleKeys.active],
    ['Target', 'Affiliate_Offer'],
    ['Method', 'generateTrackingLink'],
    ['offer_id', offer],
    ...Object.entries(params).map(([name, value]) => [`params[${name}]`, value]),
  ]);
  const response = await fetch(`${harness.network.url}/Apiv3/json?${query}`);
  return ((await response.json()) as { response: { data: { click_url: string } } }).response.data.click_url;
}

/** A proxy that answers this for every link. */
const answerLinks = (clickUrl: string) =>
  harness.site.route('/hasoffers', (request, response) => {
    const isLink = request.url?.includes('generateTrackingLink');
    const data = isLink ? { click_url: clickUrl } : { Offer: { id: '1004', name: 'Fern & Clay' } };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } }));
  });

describe('the link', () => {
  it("is the network's, byte by byte", async () => {
    const tab = await open('offer="1004" aff-sub="x"');
    await press(tab.page);
    await expect.poll(() => shownLink(tab.page)).toEqual([await directLink('1004', { aff_sub: 'x' })]);
    expect(tab.calls('findById')).toBe(1);
    expect(tab.created()).toBe(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('is created by Enter and not by key strokes, and once for equal values', async () => {
    const tab = await open('offer="1004"');
    const input = part(tab.page, 'input');
    await input.pressSequentially('abcdefghij0123456789');
    expect(tab.created()).toBe(0);
    await input.press('Enter');
    await expect.poll(() => shownLink(tab.page).then(([link]) => link)).toContain('aff_sub=abcdefghij0123456789');
    await input.press('Enter');
    await input.press('Backspace');
    await input.pressSequentially('9');
    await input.press('Enter');
    await expect.poll(() => shownLink(tab.page).then(([link]) => link)).toContain('aff_sub=abcdefghij0123456789');
    expect(tab.created()).toBe(1);
    await tab.close();
  });

  it('is created once after a pause, with auto', async () => {
    const tab = await open('offer="1004" auto');
    // In one task: on a slow machine the pauses between real key strokes could be long enough.
    await part(tab.page, 'input').evaluate((input: HTMLInputElement) => {
      for (const letter of 'abcdefghij0123456789') {
        input.value += letter;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await expect.poll(() => shownLink(tab.page).then(([link]) => link)).toContain('aff_sub=abcdefghij0123456789');
    expect(tab.created()).toBe(1);
    await tab.close();
  });

  it('may have any form that leads to a web site', async () => {
    answerLinks('https://brand.app.link/Xy12?%243p=a_hasoffers&aff=94');
    const tab = await open('offer="1004"');
    await press(tab.page);
    await expect.poll(() => shownLink(tab.page)).toEqual(['https://brand.app.link/Xy12?%243p=a_hasoffers&aff=94']);
    await tab.close();
  });

  it('is refused where it is a script', async () => {
    answerLinks('javascript:alert(1)');
    const tab = await open('offer="1004"');
    await press(tab.page);
    await expect.poll(() => heard(tab.page, 'hasoffers-error')).toMatchObject([{ code: 'invalid-response' }]);
    expect(await textOf(tab.page, tag)).not.toContain('javascript');
    expect(await shownLink(tab.page)).toEqual([]);
    await tab.close();
  });

  it('is made for the sub-id that the token locks, in a field that cannot be changed', async () => {
    mountSignedIn(harness, { token: { scopes: ['stats'], lock: { aff_sub: 'member-42' } } });
    const tab = await open('offer="1004" aff-sub="someone-else" signed-in');
    expect(await part(tab.page, 'input').inputValue()).toBe('member-42');
    expect(await part(tab.page, 'input').getAttribute('readonly')).not.toBeNull();
    await press(tab.page);
    await expect.poll(() => shownLink(tab.page).then(([link]) => link)).toContain('aff_sub=member-42');
    await tab.close();
  });
});

describe('no link', () => {
  it('is said in words where the network gives none', async () => {
    mountSignedIn(harness, { key: 'noTrackingLinks' });
    const tab = await open('offer="1004"');
    await press(tab.page);
    await expect.poll(() => heard(tab.page, 'hasoffers-error')).toMatchObject([{ code: 'permission' }]);
    await expect.poll(() => part(tab.page, 'note').allInnerTexts()).toEqual(['No link can be created for this offer.']);
    expect(await shownLink(tab.page)).toEqual([]);
    await tab.close();
  });

  it('has no form where the offer may not be promoted', async () => {
    const tab = await open('offer="1200"');
    expect(await part(tab.page, 'form').count()).toBe(0);
    expect(await part(tab.page, 'note').innerText()).toContain('Pending');
    await tab.close();
  });

  it('comes of a sub-id that is not allowed, which is said without a call', async () => {
    const tab = await open('offer="1004"');
    const input = part(tab.page, 'input');
    await input.fill('a b');
    await input.press('Enter');
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    const hint = await input.getAttribute('aria-describedby');
    expect(await tab.page.locator(`${tag} #${hint}`).innerText()).toContain('letters');
    expect(tab.created()).toBe(0);
    await tab.close();
  });

  it('comes of a page on a foreign host, which is said beside its field', async () => {
    const tab = await open('offer="1004" inputs="deep-link sub1"');
    const input = part(tab.page, 'input').first();
    await input.fill('https://evil.example/');
    await input.press('Enter');
    await expect.poll(() => part(tab.page, 'hint').allInnerTexts()).toEqual(['Links to this site are not allowed.']);
    expect(await shownLink(tab.page)).toEqual([]);
    await input.fill('https://shop.example/new');
    await input.press('Enter');
    await expect.poll(() => shownLink(tab.page).then(([link]) => link)).toContain('shop.example%2Fnew');
    expect(await part(tab.page, 'hint').count()).toBe(0);
    await tab.close();
  });
});

describe('the form', () => {
  it('is used by the keyboard alone: choose, type, create, copy', async () => {
    const tab = await open('source="approved"', { permissions: ['clipboard-read', 'clipboard-write'] });
    expect(tab.calls('findMyApprovedOffers')).toBe(1);
    const { keyboard } = tab.page;
    await keyboard.press('Tab');
    await keyboard.type('fern & clay');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect.poll(() => part(tab.page, 'choice-search').inputValue()).toContain('Fern & Clay');
    expect(await part(tab.page, 'choice-search').getAttribute('aria-expanded')).toBe('false');
    await keyboard.press('Tab');
    await keyboard.type('blog');
    await keyboard.press('Enter');
    await expect.poll(() => shownLink(tab.page)).toEqual([await directLink('1004', { aff_sub: 'blog' })]);
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect.poll(() => part(tab.page, 'copy').innerText()).toBe('Copied');
    await tab.close();
  });

  it('offers landing pages where the proxy lets them through', async () => {
    mountSignedIn(harness, { proxy: { allow: ['Affiliate_OfferUrl::findAll'] } });
    const tab = await open('offer="1004" inputs="landing-page"');
    await part(tab.page, 'input').selectOption({ label: 'New arrivals' });
    await press(tab.page);
    await expect.poll(() => shownLink(tab.page)).toEqual([await directLink('1004', { url_id: '10041' })]);
    expect(tab.calls('findAll')).toBe(1);
    await tab.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('has no accessibility violation in the %s theme, %d pixels wide', async (colorScheme, width) => {
    const tab = await open('inputs="deep-link sub1 sub2 source" actions="copy qr share open html"', {
      colorScheme,
      viewport: { width, height: 900 },
    });
    await part(tab.page, 'choice-search').fill('fern');
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('Enter');
    await press(tab.page);
    await part(tab.page, 'qr-image').waitFor();
    expect(await axeViolations(tab.page)).toEqual([]);
    expect(await tab.page.locator(`${tag} [style]`).count()).toBe(0);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await tab.close();
  });
});
