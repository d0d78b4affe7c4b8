import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SampleNetwork, startSampleNetwork } from '../demo/network/network.js';
import { axeViolations, launch, openTab, type Tab } from './browser.js';
import { plainPage, type Site, startSite } from './site.js';
import {
  allShown,
  endpointOf,
  errorCodes,
  mountSituations,
  refreshAll,
  rememberCodes,
  statesOf,
} from './situations.js';

let browser: Browser;
let network: SampleNetwork;
let site: Site;

beforeAll(async () => {
  [browser, network, site] = await Promise.all([launch(), startSampleNetwork(), startSite()]);
});
afterAll(() => Promise.all([browser?.close(), network?.close(), site?.close()]));
beforeEach(() => {
  network.reset();
  mountSituations(site, network);
});

const everything =
  'search sortable filters="category country payout-type" fields="thumbnail description payout category country expiry preview status"';

/** Offers with and without a picture, in Arabic, with emoji, with an end, for which approval is needed. */
const mixed = 'ids="1004,1010,1019,1187,1111,1225,1187" page-size="6"';

const manager = (attributes: string) =>
  `<hasoffers-account-manager loading="eager" ${attributes}></hasoffers-account-manager>`;
const list = (attributes: string, inner = '') =>
  `<hasoffers-offer-list loading="eager" ${attributes}>${inner}</hasoffers-offer-list>`;

const template =
  '<template><h2 data-bind="name"></h2><p data-bind="payout"></p><a data-bind-href="link">Go</a></template>';

/** Both widgets in every layout, with every control. */
const layouts = [
  manager('endpoint="/ok"'),
  manager('endpoint="/ok" layout="inline"'),
  list(`endpoint="/ok" ${everything} ${mixed}`),
  list(`endpoint="/ok" ${everything} ${mixed} layout="list" pagination="more"`),
  list(`endpoint="/ok" ${everything} ${mixed} layout="table"`),
  list(`endpoint="/ok" ${everything} ${mixed}`, template),
].join('');

/** Both widgets in every state but `ready`. */
const states = ['/none', '/waiting', '/stale', ...errorCodes.map(endpointOf)]
  .map((endpoint) => `endpoint="${endpoint}" page-size="1"`)
  .flatMap((attributes) => [
    manager(attributes),
    manager(`${attributes} layout="inline"`),
    list(attributes),
    list(`${attributes} layout="table"`),
  ])
  .join('');

async function open(body: string, options: BrowserContextOptions & { readonly lang?: string } = {}): Promise<Tab> {
  const { lang = 'en', ...context } = options;
  const html = plainPage(body)
    .replace('lang="en"', `lang="${lang}"`)
    .replace('<head>', `<head><meta name="color-scheme" content="light dark">${rememberCodes}`);
  const tab = await openTab(browser, site.page('/', html), context);
  await allShown(tab.page);
  await refreshAll(tab.page, '[endpoint="/stale"]');
  return tab;
}

/** Adds elements to the page and waits until they show something. */
async function append(page: Page, html: string, wait = true): Promise<void> {
  await page.locator('main').evaluate((main, added) => main.insertAdjacentHTML('beforeend', added), html);
  if (wait) await allShown(page);
}

describe('axe finds nothing, by WCAG 2.0, 2.1, 2.2 A and AA and best practice,', () => {
  it.each<[string, BrowserContextOptions & { lang?: string }]>([
    ['in light', { colorScheme: 'light' }],
    ['in dark', { colorScheme: 'dark' }],
    ['from right to left, with more contrast', { lang: 'ar', contrast: 'more' }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ])('%s', async (_, options) => {
    const { page, close } = await open(layouts, options);
    await append(page, states);
    await refreshAll(page, '[endpoint="/stale"]');
    await page.context().setOffline(true);
    await append(page, [manager('endpoint="/ok?"'), list('endpoint="/ok?"')].join(''));
    await append(
      page,
      ['<hr style="margin: 500vh 0">', manager(''), list('')].join('').replaceAll('eager', 'lazy'),
      false,
    );
    await append(page, manager('consent="required"') + list('consent="required"'), false);
    // Else the run would be about other states than meant.
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
      const { page, close } = await open(html, { colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      await close();
    }
  });
});

describe('a screen reader finds', () => {
  let tab: Tab;
  beforeAll(async () => {
    mountSituations(site, network);
    const shown = 'fields="thumbnail payout category country expiry preview status"';
    const controls = 'search sortable filters="payout-type"';
    tab = await open(
      [
        manager('id="card" endpoint="/ok"'),
        manager('id="inline" endpoint="/ok" layout="inline" fields="title email chat"'),
        manager('id="no-manager" endpoint="/none"'),
        manager('id="manager-waits" endpoint="/waiting"'),
        manager('id="manager-stale" endpoint="/stale" fields="email"'),
        manager('id="manager-fails" endpoint="/fail/timeout"'),
        list(`id="grid" endpoint="/ok" ${shown} ${controls} ids="1004,1019" page-size="1"`),
        list(`id="list" endpoint="/ok" ${shown} ids="1004,1111" page-size="1" layout="list" pagination="more"`),
        list(`id="table" endpoint="/ok" ${shown} ids="1004,1225" layout="table"`),
        list('id="own" endpoint="/ok" ids="1004"', template),
        list('id="no-offers" endpoint="/none"'),
        list('id="list-waits" endpoint="/waiting" page-size="1"'),
        list(`id="list-stale" endpoint="/stale" ${shown} ids="1004"`),
        list('id="list-fails" endpoint="/fail/auth"'),
        manager('id="manager-asks" endpoint="https://proxy.example/" consent="required"'),
        list('id="list-asks" endpoint="https://proxy.example/" consent="required"'),
      ].join(''),
    );
  });
  afterAll(() => tab?.close());

  const treeOf = async (id: string) => {
    const tree = await tab.page.locator(`#${id}`).ariaSnapshot();
    return `\n${tree.replaceAll(network.url, 'http://network').replaceAll(/[A-Z][a-z]+ \d+, \d{4}/g, 'DAY')}\n`;
  };

  it('a manager on a card', async () => {
    expect(await treeOf('card')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph: Mara Okafor
        - paragraph: Partner Manager
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
            - button "Copy Email"
          - listitem:
            - text: "Phone:"
            - link "+44 20 7946 0958":
              - /url: tel:+442079460958
            - button "Copy Phone"
          - listitem:
            - text: "Cell phone:"
            - link "+1 (212) 555-0147":
              - /url: tel:+12125550147
            - button "Copy Cell phone"
          - listitem:
            - text: "Chat: mara.okafor.network"
            - button "Copy Chat"
      - status
      "
    `);
  });

  it('a manager on one line', async () => {
    expect(await treeOf('inline')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Mara Okafor
        - paragraph: Partner Manager
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
          - listitem:
            - text: "Chat: mara.okafor.network"
            - button "Copy Chat"
      - status
      "
    `);
  });

  it('that nobody is assigned', async () => {
    expect(await treeOf('no-manager')).toMatchInlineSnapshot(`
      "
      - paragraph: No account manager yet.
      - status
      "
    `);
  });

  it('a manager being loaded', async () => {
    expect(await treeOf('manager-waits')).toMatchInlineSnapshot(`
      "
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph
        - paragraph
        - list:
          - listitem
          - listitem
          - listitem
          - listitem
      - status
      "
    `);
  });

  it('an old manager', async () => {
    expect(await treeOf('manager-stale')).toMatchInlineSnapshot(`
      "
      - paragraph: This may be out of date.
      - button "Try again"
      - article "Your account manager":
        - paragraph: Your account manager
        - paragraph: Mara Okafor
        - list:
          - listitem:
            - text: "Email:"
            - link "mara.okafor@network.example":
              - /url: mailto:mara.okafor@network.example
            - button "Copy Email"
      - status: This may be out of date.
      "
    `);
  });

  it('a manager that could not be loaded', async () => {
    expect(await treeOf('manager-fails')).toMatchInlineSnapshot(`
      "
      - paragraph: This could not be loaded. Please try again.
      - button "Try again"
      - status: This could not be loaded. Please try again.
      "
    `);
  });

  it('offers in a grid, with controls and pages', async () => {
    expect(await treeOf('grid')).toMatchInlineSnapshot(`
      "
      - search "Search offers":
        - searchbox "Search offers"
        - combobox "Payout":
          - option "Payout" [selected]
          - option "per sale · CPA"
          - option "of the sale · CPS"
          - option "of the sale · CPA + CPS"
          - option "per click · CPC"
          - option "per 1,000 views · CPM"
        - combobox "Sort by":
          - option "Sort by" [selected]
          - option "Name A-Z"
          - option "Name Z-A"
          - option "Lowest payout"
          - option "Highest payout"
          - option "Newest"
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - article "Fern & Clay | UK | CPS":
            - paragraph: Fern & Clay | UK | CPS
            - text: Home & Garden ·United Kingdom
            - paragraph: Featured Approved
            - paragraph:
              - strong: 8.5%
              - text: of the sale
            - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
              - /url: https://www.fernandclay.example/
            - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
              - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 2
      - group "Pages":
        - button "Previous" [disabled]
        - button "Page 1": "1"
        - button "Page 2": "2"
        - button "Next"
      - status
      "
    `);
  });

  it('offers in a list that goes on', async () => {
    expect(await treeOf('list')).toMatchInlineSnapshot(`
      "
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - article "Fern & Clay | UK | CPS":
            - paragraph: Fern & Clay | UK | CPS
            - text: Home & Garden ·United Kingdom
            - paragraph: Featured Approved
            - paragraph:
              - strong: 8.5%
              - text: of the sale
            - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
              - /url: https://www.fernandclay.example/
            - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
              - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 2
      - button "Show more"
      - status
      "
    `);
  });

  it('offers in a table', async () => {
    expect(await treeOf('table')).toMatchInlineSnapshot(`
      "
      - note: We may earn a commission when you use these links.
      - group "Offers":
        - table:
          - rowgroup:
            - row "Offer Payout Category Country Ends Status View offer":
              - columnheader "Offer"
              - columnheader "Payout"
              - columnheader "Category"
              - columnheader "Country"
              - columnheader "Ends"
              - columnheader "Status"
              - columnheader "View offer"
          - rowgroup:
            - 'row "Fern & Clay | UK | CPS 8.5% of the sale Home & Garden United Kingdom – Approved Preview : Fern & Clay | UK | CPS (new tab) View offer : Fern & Clay | UK | CPS (new tab)"':
              - rowheader "Fern & Clay | UK | CPS":
                - paragraph: Fern & Clay | UK | CPS
              - cell "8.5% of the sale":
                - paragraph:
                  - strong: 8.5%
                  - text: of the sale
              - cell "Home & Garden"
              - cell "United Kingdom"
              - cell "–"
              - cell "Approved"
              - 'cell "Preview : Fern & Clay | UK | CPS (new tab) View offer : Fern & Clay | UK | CPS (new tab)"':
                - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
                  - /url: https://www.fernandclay.example/
                - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
                  - /url: http://network/aff_c?offer_id=1004&aff_id=94
            - 'row "Harvest Table | broken markup | US $5.00 per sale Food & Drink United States DAY Approved Preview : Harvest Table | broken markup | US (new tab) View offer : Harvest Table | broken markup | US (new tab)"':
              - rowheader "Harvest Table | broken markup | US":
                - paragraph: Harvest Table | broken markup | US
              - cell "$5.00 per sale":
                - paragraph:
                  - strong: $5.00
                  - text: per sale
              - cell "Food & Drink"
              - cell "United States"
              - cell "DAY"
              - cell "Approved"
              - 'cell "Preview : Harvest Table | broken markup | US (new tab) View offer : Harvest Table | broken markup | US (new tab)"':
                - 'link "Preview : Harvest Table | broken markup | US (new tab)"':
                  - /url: https://harvesttable.example/
                - 'link "View offer : Harvest Table | broken markup | US (new tab)"':
                  - /url: http://network/aff_c?offer_id=1225&aff_id=94
      - paragraph: 1–2 of 2
      - status
      "
    `);
  });

  it('an author’s own items', async () => {
    expect(await treeOf('own')).toMatchInlineSnapshot(`
      "
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - heading "Fern & Clay | UK | CPS" [level=2]
          - paragraph: 8.5% of the sale
          - link "Go":
            - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 1
      - status
      "
    `);
  });

  it('that there are no offers', async () => {
    expect(await treeOf('no-offers')).toMatchInlineSnapshot(`
      "
      - paragraph: No offers yet.
      - status
      "
    `);
  });

  it('offers being loaded', async () => {
    expect(await treeOf('list-waits')).toMatchInlineSnapshot(`
      "
      - list "Offers"
      - status
      "
    `);
  });

  it('old offers', async () => {
    expect(await treeOf('list-stale')).toMatchInlineSnapshot(`
      "
      - paragraph: This may be out of date.
      - button "Try again"
      - note: We may earn a commission when you use these links.
      - list "Offers":
        - listitem:
          - article "Fern & Clay | UK | CPS":
            - paragraph: Fern & Clay | UK | CPS
            - text: Home & Garden ·United Kingdom
            - paragraph: Featured Approved
            - paragraph:
              - strong: 8.5%
              - text: of the sale
            - 'link "Preview : Fern & Clay | UK | CPS (new tab)"':
              - /url: https://www.fernandclay.example/
            - 'link "View offer : Fern & Clay | UK | CPS (new tab)"':
              - /url: http://network/aff_c?offer_id=1004&aff_id=94
      - paragraph: 1–1 of 1
      - status: This may be out of date.
      "
    `);
  });

  it('offers that could not be loaded', async () => {
    expect(await treeOf('list-fails')).toMatchInlineSnapshot(`
      "
      - paragraph: This is not available at the moment.
      - status: This is not available at the moment.
      "
    `);
  });

  it.each(['manager-asks', 'list-asks'])('a question before anything is loaded: %s', async (id) => {
    expect(await treeOf(id)).toMatchInlineSnapshot(`
      "
      - paragraph: This comes from proxy.example, which then sees your IP address.
      - button "Show it"
      - status
      "
    `);
  });

  it('what is on its way, and which page this is', async () => {
    const busy = (id: string) => tab.page.locator(`#${id} [aria-busy]`).getAttribute('aria-busy');
    expect(await Promise.all(['manager-waits', 'list-waits', 'card', 'grid'].map(busy))).toEqual([
      'true',
      'true',
      'false',
      'false',
    ]);
    expect(await tab.page.locator('#grid [aria-current=page]').innerText()).toBe('1');
  });

  it('by the name of each control what stands on it', async () => {
    const controls = tab.page.locator('main').locator('a:visible, button:visible, input:visible, select:visible');
    const unlike: string[] = [];
    for (const control of await controls.all()) {
      const name = /(?<=")[^"\n]+(?=")|(?<=link |button )[^"\n]+/.exec(await control.ariaSnapshot())?.[0] ?? '';
      const words = await control.evaluate((node) =>
        node.matches('input, select') ? '' : (node as HTMLElement).innerText.trim(),
      );
      const says = name.replaceAll(/\s+/g, ' ').includes(words.replaceAll(/\s+/g, ' '));
      if (!name || !says) unlike.push(`${name}: ${words}`);
    }
    expect(await controls.count()).toBeGreaterThan(25);
    expect(unlike).toEqual([]);
  });
});

describe('a screen reader is told', () => {
  it('once and politely, what came of what was done', async () => {
    const { page, close } = await open(
      manager('endpoint="/stale"') + list('endpoint="/ok" ids="1004,1010,1019" page-size="2" search'),
      { permissions: ['clipboard-write'] },
    );
    const said = (tag: string) => page.locator(`${tag} [role=status]`);
    // Beside what is busy, since a screen reader may hold back what happens in there.
    expect(await said('hasoffers-offer-list').evaluate((node) => node.closest('[aria-busy]'))).toBeNull();
    expect(await said('hasoffers-offer-list').textContent()).toBe('');
    const tell = async (sentence: string) =>
      expect.poll(async () => (await said('hasoffers-offer-list').textContent())?.trim()).toBe(sentence);

    await page.getByRole('button', { name: 'Next' }).click();
    await tell('3 offers: 3–3 of 3');
    await page.getByRole('searchbox').fill('clay');
    await tell('1 offer: 1–1 of 1');
    await page.getByRole('searchbox').fill('clay zzz');
    await tell('No offers match.');
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await tell('3 offers: 3–3 of 3');

    expect(await said('hasoffers-account-manager').textContent()).toContain('This may be out of date');
    await page.getByRole('button', { name: 'Copy Email' }).click();
    await expect.poll(() => said('hasoffers-account-manager').textContent()).toBe('Copied');
    await close();
  });
});
