import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { toListener } from '../proxy/adapters/node.js';
import { createProxy } from '../proxy/core/create-proxy.js';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, axeViolations, layoutShift, openTab } from './browser.js';
import { useHarness } from './harness.js';
import { plainPage, shippedProxy } from './site.js';

const harness = useHarness();

const offer = (attributes: string) => `<hasoffers-offer loading="eager" ${attributes}></hasoffers-offer>`;
/** Every sort of offer: with and without picture, Arabic, markup in its description, pending, rejected, expired. */
const twelve = [1004, 1010, 1019, 1034, 1111, 1200, 1214, 1225, 1235, 1304, 1374, 1407];

async function open(body: string, { lang = 'en' } = {}) {
  const html = plainPage(body).replace('lang="en"', `lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`);
  const tab = await openTab(harness.browser, harness.site.page('/', html));
  await allReady(tab.page);
  return tab;
}

const methods = () => harness.network.calls.map(({ method }) => method);
const statesOf = (page: Page) =>
  page
    .locator('hasoffers-offer')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement & { state: string }).state));

describe('<hasoffers-offer>', () => {
  it('shows the same of an offer as the list does, one asking by findById and the other by findAll', async () => {
    const { page, close } = await open(
      `${offer('offer="1004" aff-sub="x"')}<hasoffers-offer-list loading="eager" ids="1004" aff-sub="x"></hasoffers-offer-list>`,
    );
    const read = (tag: string) =>
      page.locator(`${tag} [part=offer]`).evaluate((card) => ({
        text: (card as HTMLElement).innerText,
        href: card.querySelector('[part=link]')?.getAttribute('href'),
      }));
    const shown = await read('hasoffers-offer');
    expect(shown).toEqual(await read('hasoffers-offer-list'));
    expect(shown.text).toContain('8.5%');
    expect(methods().sort()).toEqual(['findAll', 'findById']);
    await close();
  });

  it('loads twelve offers by one call, in any layouts', async () => {
    const layouts = ['card', 'row', 'button', 'detail'];
    const { page, close } = await open(
      twelve.map((id, index) => offer(`offer="${id}" layout="${layouts[index % 3]}"`)).join(''),
    );
    expect(methods()).toEqual(['findAll']);
    const states = await statesOf(page);
    expect(states.filter((state) => state === 'ready')).toHaveLength(11);
    // 1407 is nobody's.
    expect(states.at(-1)).toBe('error');
    await close();
  });

  it('loads those by one call that are inserted later, in one tick', async () => {
    const { page, close } = await open('');
    await page.evaluate(
      (ids) => {
        for (const id of ids) {
          const element = document.createElement('hasoffers-offer') as HTMLElement & { offer: string; loading: string };
          element.loading = 'eager';
          element.offer = String(id);
          document.body.append(element);
        }
      },
      twelve.slice(0, 11),
    );
    await expect.poll(() => statesOf(page)).toEqual(twelve.slice(0, 11).map(() => 'ready'));
    expect(methods()).toEqual(['findAll']);
    await close();
  });

  it('exchanges the offer, and never shows the link of the one before', async () => {
    const { page, close } = await open(offer('offer="1004"'));
    const seen = await page.evaluate(async () => {
      const element = document.querySelector('hasoffers-offer') as HTMLElement & { offer: string; state: string };
      const root = element.shadowRoot as ShadowRoot;
      const hrefs = new Set<string>();
      const loaded = new Promise((resolve) => element.addEventListener('hasoffers-load', resolve, { once: true }));
      element.offer = '1010';
      await Promise.race([
        loaded,
        new Promise<void>((resolve) => {
          const look = () => {
            const href = root.querySelector('[part=link]')?.getAttribute('href');
            if (href) hrefs.add(href);
            if (element.state === 'ready') resolve();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      ]);
      return { hrefs: [...hrefs], name: root.querySelector('[part=name]')?.textContent };
    });
    expect(seen.hrefs.filter((href) => href.includes('1004'))).toEqual([]);
    await expect.poll(() => page.locator('hasoffers-offer [part=name]').innerText()).toContain('Marlowe');
    await expect.poll(() => page.locator('hasoffers-offer [part=link]').getAttribute('href')).toContain('1010');
    await close();
  });

  it('says of an unknown id that it is not found, in its slot, while the others of its call are ready', async () => {
    const { page, close } = await open(
      `<script>document.addEventListener('hasoffers-error', ({ detail }) => { document.title = detail.code })</script>
      ${offer('offer="1004"')}${offer('offer="7" id="lost"').replace('></', '><b slot="error">Gone.</b></')}${offer('offer="1010"')}${offer('offer="8" hidden-when="error"')}`,
    );
    expect(await statesOf(page)).toEqual(['ready', 'error', 'ready', 'error']);
    expect(await page.title()).toBe('not-found');
    expect(await page.locator('#lost b').isVisible()).toBe(true);
    expect(await page.locator('hasoffers-offer').last().isVisible()).toBe(false);
    expect(methods()).toEqual(['findAll']);
    await close();
  });

  it('sends one request for an unknown id', async () => {
    const { page, close } = await open(offer('offer="7"'));
    expect([await statesOf(page), methods()]).toEqual([['error'], ['findById']]);
    await close();
  });

  it('says that an offer is pending, without a link', async () => {
    const { page, close } = await open(
      ['card', 'row', 'detail', 'button'].map((layout) => offer(`offer="1200" layout="${layout}"`)).join(''),
    );
    const badges = page.locator('hasoffers-offer [part=badge]', { hasText: 'Pending' });
    expect(await badges.count()).toBe(4);
    expect(await page.locator('hasoffers-offer [part=link]').count()).toBe(0);
    await close();
  });

  it('shows markup in a description as text', async () => {
    const { page, consoleErrors, close } = await open(
      offer('offer="1235" layout="detail"') + offer('offer="1225" layout="detail"'),
    );
    const html = await page
      .locator('hasoffers-offer')
      .evaluateAll((all) =>
        all.map(({ shadowRoot }) => shadowRoot?.querySelector('[part=description]')?.innerHTML ?? ''),
      );
    for (const description of html) expect(description).not.toMatch(/<[a-z]/i);
    expect(await page.evaluate(() => 'sampleNetworkScriptRan' in window)).toBe(false);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('flows with its sentence as a button', async () => {
    const { page, close } = await open(
      `<p id="with">Pots by ${offer('offer="1004" layout="button"')} are made by hand.</p><p id="without">Pots by are made by hand.</p>`,
    );
    const heights = await page
      .locator('p')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(8);
    await close();
  });

  it.each(['card', 'row', 'button'])('moves nothing as it loads, as a %s', async (layout) => {
    const { page, close } = await open('');
    const html = `<div>Before ${offer(`offer="1004" layout="${layout}"`)} after.</div><p>After</p>`;
    await page.locator('main').evaluate((main, added) => main.insertAdjacentHTML('beforeend', added), html);
    await allReady(page);
    await page.locator('[part=link]').waitFor();
    expect(await layoutShift(page)).toBe(0);
    await close();
  });

  it('tells what goals pay where the proxy lets it, by one call more', async () => {
    const proxy = createProxy({
      networkId: sampleNetworkId,
      keys: [sampleKeys.active],
      upstream: harness.network.url,
      path: '/hasoffers',
      allow: ['Affiliate_Offer::getPayoutDetails'],
      log: () => {},
    });
    harness.site.route('/hasoffers', toListener(proxy));
    const { page, close } = await open(offer('offer="1034" layout="detail"'));
    expect(await page.locator('[part=goals]').innerText()).toContain('Monthly plan');
    expect(methods()).toEqual(['findById', 'getPayoutDetails']);
    await close();
  });

  it('waits for consent, and for being near the screen', async () => {
    const { page, close } = await openTab(
      harness.browser,
      harness.site.page(
        '/',
        plainPage(
          `<hasoffers-offer offer="1004" consent></hasoffers-offer><hr style="margin: 500vh 0"><hasoffers-offer offer="1010"></hasoffers-offer>`,
        ),
      ),
    );
    await page.getByRole('button', { name: 'Show it' }).waitFor();
    expect(methods()).toEqual([]);
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.getByText('Fern & Clay').first().waitFor();
    expect(harness.network.calls).toHaveLength(1);
    await page.locator('hasoffers-offer').last().scrollIntoViewIfNeeded();
    await page.getByText('Marlowe & Finch').first().waitFor();
    expect(harness.network.calls).toHaveLength(2);
    await close();
  });

  it('makes a link when it is about to be used, where the network sends none along', async () => {
    harness.site.route('/hasoffers', shippedProxy(harness.network.url, '/hasoffers', sampleKeys.refusesRelations));
    const { page, close } = await open(`<p>${offer('offer="1004" layout="button"')}</p>`);
    const link = page.locator('[part=link]');
    await link.hover();
    await expect.poll(() => link.getAttribute('href')).toContain('/aff_c?');
    await close();
  });

  it.each(['en', 'ar'])('has no violation of accessibility in any layout, in %s', async (lang) => {
    const layouts = ['card', 'row', 'detail', 'button'];
    const { page, close } = await open(
      [1004, 1200, 7]
        .flatMap((id) => layouts.map((layout) => `<div>${offer(`offer="${id}" layout="${layout}"`)}</div>`))
        .join(''),
      { lang },
    );
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });
});
