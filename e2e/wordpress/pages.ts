import type { Browser, Page } from 'playwright';
import { sampleKeys, sampleNetworkId } from '../../sample-network/keys.js';
import { passwordOf, pluginZip, type UserName, type WordPress } from './site.js';

/** A tab of somebody who has logged in by the form. Pictures of persons, which are elsewhere, are not loaded. */
export async function logIn(browser: Browser, { url }: WordPress, user: UserName): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  await context.route(
    (address) => address.hostname !== '127.0.0.1' && address.protocol !== 'blob:',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(`${url}/wp-login.php`);
  await page.fill('#user_login', user);
  await page.fill('#user_pass', passwordOf(user));
  await page.click('#wp-submit');
  await page.waitForURL('**/wp-admin/**');
  return page;
}

/** Uploads the zip and activates the plugin, as an administrator does. */
export async function installPlugin(page: Page, { url }: WordPress): Promise<void> {
  await page.goto(`${url}/wp-admin/plugin-install.php?tab=upload`);
  await page.setInputFiles('#pluginzip', pluginZip);
  await page.click('#install-plugin-submit');
  await page.getByRole('link', { name: 'Activate Plugin' }).click();
}

/** Follows the notice to the settings, fills in the form, and waits for the check that begins by itself. */
export async function enterSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Enter them' }).click();
  await page.getByLabel('Network ID').fill(sampleNetworkId);
  await page.getByLabel('API key').fill(sampleKeys.active);
  await page.getByRole('button', { name: 'Save Changes' }).click();
  await page.getByText('No problems found.').waitFor();
}

/** Publishes a page as this user, with the user's own permissions, and gives its URL. */
export const publish = (site: WordPress, user: UserName, content: string): Promise<string> =>
  site.run<string>(`
    wp_set_current_user(get_user_by('login', '${user}')->ID);
    // What the editor's request does: without the permission, HTML is filtered.
    kses_init();
    $id = wp_insert_post(['post_title' => 'Offers', 'post_status' => 'publish', 'post_content' => ${toPhp(content)}]);
    return get_permalink($id);`);

const toPhp = (text: string): string => `base64_decode('${Buffer.from(text).toString('base64')}')`;

/** Waits until the first of these elements is ready. */
export const isReady = (page: Page, tag: string) =>
  page.waitForFunction((name) => (document.querySelector(name) as { state?: string } | null)?.state === 'ready', tag);
