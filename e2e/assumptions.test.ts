import { build } from 'vite';
import { expect, it } from 'vitest';
import { startSampleNetwork } from '../sample-network/network.js';
import { assume } from '../scripts/assume/assume.js';
import { libraries } from '../scripts/assume/libraries.js';
import viteConfig from '../vite.config.js';
import { allReady, launch, openTab } from './browser.js';
import { plainPage, shippedProxy, startSite } from './site.js';

/** The script with everything of its libraries in it, which says in the console where an assumption about them is wrong. */
async function buildChecked(): Promise<string> {
  const others = viteConfig.plugins.filter(({ name }) => name !== 'assume');
  const built = await build({
    ...viteConfig,
    plugins: [assume(libraries, true), ...others],
    configFile: false,
    logLevel: 'error',
    build: { ...viteConfig.build, write: false },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('nothing was built');
  return result.output[0].code;
}

it('uses of its libraries no more than it was built with', async () => {
  const [code, browser, network, site] = await Promise.all([
    buildChecked(),
    launch(),
    startSampleNetwork(),
    startSite(),
  ]);
  site.route('/checked.js', (_, response) => void response.setHeader('content-type', 'text/javascript').end(code));
  site.route('/hasoffers', shippedProxy(network.url));
  const head = '<script src="/checked.js" data-endpoint="/hasoffers" defer></script>';
  const body = `<hasoffers-account-manager></hasoffers-account-manager>
    <hasoffers-offer-list page-size="6" search sortable filters="category country payout-type"></hasoffers-offer-list>
    <hasoffers-offer-list source="approved" layout="table" page-size="4" loading="eager"></hasoffers-offer-list>
    <hasoffers-offer-list layout="list" pagination="more" page-size="2" loading="eager"></hasoffers-offer-list>
    <hasoffers-offer-list page-size="2" loading="eager"><template><a data-bind="name" data-bind-href="link"></a></template></hasoffers-offer-list>`;
  const { page, complaints } = await openTab(browser, site.page('/', plainPage(body, head)));
  await allReady(page);
  const list = page.locator('hasoffers-offer-list').first();

  // Every kind of change a view goes through: other rows, another order, other nodes, a failure and its end.
  await list.getByRole('button', { name: 'Next' }).click();
  await list.getByRole('combobox').last().selectOption('-name');
  await list.getByRole('searchbox').fill('nothing is called like this');
  await list.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('hasoffers-offer-list')) {
      element.setAttribute('layout', 'table');
      element.setAttribute('fields', 'payout category');
      element.setAttribute('lang', 'ar');
    }
    document.body.append(document.querySelector('hasoffers-account-manager') as Element);
  });
  site.route('/broken', (_, response) => void response.writeHead(500).end());
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('hasoffers-offer-list'))
      element.setAttribute('endpoint', '/broken');
  });
  await page.getByRole('button', { name: 'Try again' }).first().waitFor();
  site.route('/broken', shippedProxy(network.url, '/broken'));
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await list.locator('[part~=offer]').first().waitFor();
  await page.evaluate(() => document.querySelector('hasoffers-offer-list')?.remove());

  expect(complaints.filter((text) => text.includes('assumption'))).toEqual([]);
  expect(code).toContain('wrong assumption: ');
  await Promise.all([browser.close(), network.close(), site.close()]);
}, 90_000);
