import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSampleNetwork } from '../sample-network/network.js';
import { findWordPress, hasMariaDb } from '../scripts/wordpress/test-sites.js';
import { launch, openTab } from './browser.js';
import { startMariaDb } from './wordpress/maria-db.js';
import { enterSettings, installPlugin, isReady, logIn, publish } from './wordpress/pages.js';
import { startWordPress, type WordPress } from './wordpress/site.js';

/** The newest WordPress that can be had, with its data in MariaDB and plain permalinks: the plugin from the zip to its removal. */

const storageFolders = (site: WordPress) => readdirSync(site.temporary).filter((name) => name.includes('hasoffers'));

const readTraces = (site: WordPress) =>
  site.run(`global $wpdb; return [
    $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%hasoffers%'"),
    $wpdb->get_col("SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%hasoffers%'"),
    $wpdb->get_col("SHOW TABLES LIKE '%hasoffers%'"),
  ];`);

it.skipIf(!findWordPress('newest') || !hasMariaDb())(
  'the plugin works in the newest WordPress, and leaves nothing behind',
  async () => {
    const [network, browser, database] = await Promise.all([startSampleNetwork(), launch(), startMariaDb()]);
    onTestFinished(() => Promise.all([network.close(), browser.close(), database.close()]).then(() => {}));
    const site = await startWordPress({
      name: 'newest',
      upstream: network.url,
      permalinks: '',
      databaseSocket: database.socket,
    });
    onTestFinished(site.close);

    const admin = await logIn(browser, site, 'admin');
    await installPlugin(admin, site);
    await enterSettings(admin);
    const url = await publish(site, 'author', '<!-- wp:hasoffers-widgets/offer-list {"pageSize":"3"} /-->');
    const { page, consoleErrors } = await openTab(browser, url);
    await isReady(page, 'hasoffers-offer-list');
    expect(await page.locator('hasoffers-offer-list [part~="offer"]').count()).toBe(3);
    expect(consoleErrors).toEqual([]);

    // The editor reads the block back, shows it, and saves it unchanged.
    await admin.goto(`${site.url}/wp-admin/post.php?post=${new URL(url).searchParams.get('p')}&action=edit`);
    const preview = admin.frameLocator('iframe[name="editor-canvas"]').locator('hasoffers-offer-list');
    await expect.poll(() => preview.evaluate((element) => Object(element).state)).toBe('ready');

    expect(storageFolders(site).length).toBe(1);
    await admin.goto(`${site.url}/wp-admin/plugins.php`);
    const row = admin.locator('tr[data-slug="hasoffers-widgets"]');
    await row.getByRole('link', { name: 'Deactivate' }).click();
    // Once its scripts run: without them, the link leads elsewhere.
    await admin.waitForURL(/deactivate=true/);
    admin.once('dialog', (dialog) => dialog.accept());
    await row.getByRole('link', { name: 'Delete' }).click();
    await admin.getByText('was successfully deleted').waitFor();
    expect(existsSync(join(site.folder, 'wp-content/plugins/hasoffers-widgets'))).toBe(false);
    expect(await readTraces(site)).toEqual([[], [], []]);
    expect(storageFolders(site)).toEqual([]);
    expect(await site.phpErrors()).toEqual([]);
  },
  180_000,
);
