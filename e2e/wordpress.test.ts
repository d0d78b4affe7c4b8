import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { findWordPress } from '../scripts/wordpress/test-sites.js';
import { launch, openTab, textOf } from './browser.js';
import { enterSettings, installPlugin, isReady, logIn, publish } from './wordpress/pages.js';
import { addConstants, startWordPress, type WordPress } from './wordpress/site.js';

/** The plugin in a real WordPress 6.8: installed from the zip and set up by hand once, for all tests here. */

describe.skipIf(!findWordPress('stable'))('the plugin in WordPress', { timeout: 120_000 }, () => {
  let network: SampleNetwork;
  let browser: Browser;
  let site: WordPress;
  let admin: Page;

  beforeAll(async () => {
    [network, browser] = await Promise.all([startSampleNetwork(), launch()]);
    site = await startWordPress({ name: 'stable', upstream: network.url });
    admin = await logIn(browser, site, 'admin');
    await installPlugin(admin, site);
    await enterSettings(admin);
  }, 120_000);
  afterAll(() => Promise.all([browser?.close(), site?.close(), network?.close()]));
  afterEach(async () => expect(await site.phpErrors()).toEqual([]));

  const list = '<!-- wp:hasoffers-widgets/offer-list {"pageSize":"3","search":true} /-->';
  const settingsUrl = () => `${site.url}/wp-admin/options-general.php?page=hasoffers-widgets`;
  const api = (query: string, init?: RequestInit) => fetch(`${site.url}/?hasoffers-api=${query}`, init);

  /** What the owner of a site writes. Gives what removes it again. */
  async function addPlugin(name: string, php: string): Promise<() => Promise<void>> {
    const folder = join(site.folder, 'wp-content/mu-plugins');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.php`), `<?php ${php}`);
    return () => rm(join(folder, `${name}.php`));
  }

  /** As a visitor who is not logged in. */
  async function visit(url: string, tag: string) {
    const tab = await openTab(browser, url);
    await isReady(tab.page, tag);
    return tab;
  }

  it('stores the key and never prints it', async () => {
    await admin.goto(settingsUrl());
    expect(await admin.getByLabel('API key').inputValue()).toBe('');
    expect(await admin.content()).not.toContain(sampleKeys.active);
    // An empty field keeps it.
    await admin.getByRole('button', { name: 'Save Changes' }).click();
    await admin.getByText('No problems found.').waitFor();
    expect(await site.run('return get_option("hasoffers_widgets");')).toEqual({
      network_id: 'sample',
      api_key: sampleKeys.active,
    });
  });

  it('says what to do when the network refuses the key', async () => {
    onTestFinished(await addConstants(site, { HASOFFERS_API_KEY: sampleKeys.rejected }));
    await admin.goto(settingsUrl());
    // What wp-config.php says wins, and cannot be changed here.
    expect(await admin.getByLabel('API key').isDisabled()).toBe(true);
    await admin.getByRole('button', { name: 'Check' }).click();
    await admin.getByText('Copy the key again from Tools > APIs').waitFor();
    await admin.getByText('There is a problem.').waitFor();
  });

  it('offers a block in the editor, with a preview and the settings of the element', async () => {
    await admin.goto(`${site.url}/wp-admin/post-new.php?post_type=page`);
    const canvas = admin.frameLocator('iframe[name="editor-canvas"]');
    await canvas.getByRole('textbox', { name: 'Add title' }).fill('By the editor');
    await admin.keyboard.press('Enter');
    await admin.keyboard.type('/hasoffers');
    await admin.getByRole('option', { name: 'Offer list' }).click();
    const preview = canvas.locator('hasoffers-offer-list');
    await expect.poll(() => preview.evaluate((element) => Object(element).state)).toBe('ready');
    await admin.getByLabel('Page size').fill('2');
    await expect.poll(() => preview.locator('[part~="offer"]').count()).toBe(2);
    await admin.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = admin.getByLabel('Editor publish');
    await panel.getByRole('button', { name: 'Publish', exact: true }).click();
    const url = await panel.getByRole('link', { name: 'View Page' }).first().getAttribute('href');
    const { page, consoleErrors, close } = await visit(url ?? '', 'hasoffers-offer-list');
    expect(await page.locator('hasoffers-offer-list [part~="offer"]').count()).toBe(2);
    expect(consoleErrors).toEqual([]);
    await close();
  });

  it('shows what an author writes, who may write no scripts', async () => {
    const url = await publish(
      site,
      'author',
      `${list}<!-- wp:shortcode -->[hasoffers-account-manager layout="inline" endpoint="https://attacker.example/"]<!-- /wp:shortcode -->
      <p>[hasoffers-offer offer="1004" label='"><script>alert(1)</script>']</p>
      <hasoffers-offer-list page-size="1"></hasoffers-offer-list>`,
    );
    const { page, consoleErrors, received, close } = await visit(url, 'hasoffers-offer-list');
    // The HTML of its own is gone, as WordPress takes it from authors.
    expect(await page.locator('hasoffers-offer-list').count()).toBe(1);
    expect(await page.locator('hasoffers-offer-list [part~="offer"]').count()).toBe(3);
    await isReady(page, 'hasoffers-account-manager');
    expect(await textOf(page, 'hasoffers-account-manager')).toContain('Mara Okafor');
    expect(await page.locator('[endpoint]:not([endpoint="/?hasoffers-api=1"])').count()).toBe(0);
    expect(consoleErrors).toEqual([]);
    expect(await received()).not.toContain(sampleKeys.active);
    await close();
  });

  it('brings one script, which optimisers leave alone', async () => {
    const url = await publish(site, 'admin', `${list}${list}[hasoffers-account-manager][hasoffers-tracking-link]`);
    const html = await (await fetch(url)).text();
    const [tag = '', ...others] = html.match(/<script[^>]*hasoffers-(?:widgets|portal)\.js[^>]*>/g) ?? [];
    expect(others).toEqual([]);
    expect(tag).toContain('hasoffers-portal.js');
    for (const attribute of ['data-cfasync="false"', 'data-no-optimize="1"', 'nowprocket', 'defer']) {
      expect(tag).toContain(attribute);
    }
  });

  it('speaks the language of the site', async () => {
    const url = await publish(site, 'admin', list);
    onTestFinished(await addPlugin('german', `add_filter('locale', fn () => 'de_AT');`));
    const { page, close } = await visit(url, 'hasoffers-offer-list');
    expect(await textOf(page, 'hasoffers-offer-list')).toContain('Provision');
    await close();
  });

  it('works on a copy of the page, as a page cache keeps it', async () => {
    const url = await publish(site, 'admin', list);
    await mkdir(join(site.folder, 'copy'));
    await writeFile(join(site.folder, 'copy/page.html'), await (await fetch(url)).text());
    const tab = await visit(`${site.url}/copy/page.html`, 'hasoffers-offer-list');
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('answers for the API at an address of its own, and to nothing that WordPress adds', async () => {
    const manager = '1&Target=Affiliate_Affiliate&Method=getAccountManager';
    expect((await api(manager)).status).toBe(200);
    for (const added of ['_jsonp=f', '_envelope=1', '_method=POST', 'hasoffers-api=1', 'rest_route=/', 'p=1']) {
      expect([added, (await api(`${manager}&${added}`)).status]).toEqual([added, 400]);
    }
    const foreign = await api(manager, { headers: { origin: 'https://attacker.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    expect((await api('1&Target=Affiliate_Affiliate&Method=updatePassword')).status).toBe(403);
    expect(await (await api('health')).json()).toHaveProperty('calls');
    // The proxy's file is in a public folder.
    const direct = await fetch(
      `${site.url}/wp-content/plugins/hasoffers-widgets/hasoffers-proxy.php?Target=a&Method=b`,
    );
    expect(await direct.text()).toBe('');
  });

  it('shows figures of the account to users whom the site grants them, and to nobody else', async () => {
    const removeGrant = await addPlugin(
      'grant',
      `add_filter('hasoffers_widgets_token', function ($grant, $user) {
        return $user->user_login === 'subscriber' ? ['scopes' => ['stats'], 'lock' => ['aff_sub' => 'member-1']] : $grant;
      }, 10, 2);`,
    );
    onTestFinished(removeGrant);
    const url = await publish(site, 'admin', '[hasoffers-stats period="30d"]');
    const member = await logIn(browser, site, 'subscriber');
    const sent: string[] = [];
    member.on('request', (request) => sent.push(`${request.url()} ${request.headers().authorization ?? ''}`));
    await member.goto(url);
    await isReady(member, 'hasoffers-stats');
    expect(sent.filter((each) => each.includes('getStats') && / Bearer eyJ/.test(each))).not.toEqual([]);

    const visitor = await openTab(browser, url);
    for (const page of [visitor.page, admin]) {
      if (page === admin) await admin.goto(url);
      await page.locator('hasoffers-stats').getByRole('link', { name: 'Log in' }).waitFor();
    }
    await visitor.close();
    await member.context().close();

    const token = (init: RequestInit) => fetch(`${site.url}/?hasoffers-token=1`, init).then(({ status }) => status);
    expect(await token({})).toBe(405);
    expect(await token({ method: 'POST' })).toBe(401);
  });
});
