import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeViolations } from './browser.js';
import { list, manager, open, type PageOptions, single, template, useScenarios } from './fixtures.js';
import { allShown, endpointOf, errorCodes, refreshAll, statesOf } from './scenarios.js';

const harness = useScenarios();

const everything =
  'search sortable filters="category country payout-type" fields="thumbnail description payout category country expiry preview status"';

/** Offers with and without a picture, in Arabic, with emoji, with an end, for which approval is needed. */
const mixed = 'ids="1004,1010,1019,1187,1111,1225,1187" page-size="6"';

const offerLayouts = ['card', 'row', 'detail', 'button'];

/** Every widget in every layout, with every control. */
const layouts = [
  manager('endpoint="/ok"'),
  manager('endpoint="/ok" layout="inline"'),
  list(`endpoint="/ok" ${everything} ${mixed}`),
  list(`endpoint="/ok" ${everything} ${mixed} layout="list" pagination="more"`),
  list(`endpoint="/ok" ${everything} ${mixed} layout="table"`),
  list(`endpoint="/ok" ${everything} ${mixed}`, template),
  list(`endpoint="/ok" ${everything} ${mixed} layout="carousel"`),
  ...offerLayouts.map((layout) => single(`endpoint="/ok" layout="${layout}"`)),
].join('');

/** Every widget in every state but `ready`. */
const states = ['/none', '/waiting', '/stale', ...errorCodes.map(endpointOf)]
  .map((endpoint) => `endpoint="${endpoint}" page-size="1"`)
  .flatMap((attributes) => [
    manager(attributes),
    manager(`${attributes} layout="inline"`),
    list(attributes),
    list(`${attributes} layout="table"`),
    list(`${attributes} layout="carousel"`),
    // An offer is never empty: one that the account does not see is an error.
    ...(attributes.includes('/none') ? [] : offerLayouts.map((layout) => single(`${attributes} layout="${layout}"`))),
  ])
  .join('');

/** Adds elements to the page and waits until they show something. */
async function append(page: Page, html: string, wait = true): Promise<void> {
  await page.locator('main').evaluate((main, added) => main.insertAdjacentHTML('beforeend', added), html);
  if (wait) await allShown(page);
}

describe('axe finds nothing, by WCAG 2.0, 2.1, 2.2 A and AA and best practice,', () => {
  it.each<[string, PageOptions]>([
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['from right to left, with more contrast', { lang: 'ar', contrast: 'more' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ])('%s', async (_, options) => {
    const { page, close } = await open(harness, layouts, options);
    await append(page, states);
    await refreshAll(page, '[endpoint="/stale"]');
    await page.context().setOffline(true);
    await append(page, [manager('endpoint="/ok?"'), list('endpoint="/ok?"')].join(''));
    await append(
      page,
      ['<hr style="margin: 500vh 0">', manager(''), list('')].join('').replaceAll('eager', 'lazy'),
      false,
    );
    await append(
      page,
      manager('consent="required"') + list('consent="required"') + single('consent="required"'),
      false,
    );
    // Else the test would run on other states than intended.
    expect(await statesOf(page)).toEqual([
      'ready',
      ...['empty', 'loading', 'stale', ...errorCodes.map((code) => `error ${code}`), 'error offline', 'idle'],
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await close();
  });

  it('with a theme that is not the page’s', async () => {
    const html = (['light', 'dark'] as const)
      .map((theme) => {
        const colours = theme === 'dark' ? 'color: #eee; background: #111' : 'color: #111; background: #eee';
        const inside =
          manager(`theme="${theme}" endpoint="/ok"`) +
          list(`theme="${theme}" endpoint="/ok" page-size="3" ${everything}`);
        return `<section style="${colours}">${inside}</section>`;
      })
      .join('');
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open(harness, html, { colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      await close();
    }
  });
});
