import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { openTab, type Tab } from './browser.js';
import { useHarness } from './harness.js';
import { readSnippet } from './readme.js';
import { freshProxy } from './site.js';

/** Violations that the browser reported to the server. */
let reports: string[] = [];

const harness = useHarness(({ site, network }) => {
  reports = [];
  site.route('/reports', (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      reports.push(body);
      response.writeHead(204).end();
    });
  });
  for (const [path, key] of Object.entries(accounts)) {
    site.route(path, freshProxy(network.url, path, sampleKeys[key]));
  }
  // Accepts the request and never responds.
  site.route('/loading', () => {});
  for (const [code, [status, errors]] of Object.entries(failures)) {
    site.route(`/${code}`, (request, response) => {
      if (code === 'network') return request.destroy();
      const body = code === 'invalid-response' ? '<p>Hello' : JSON.stringify({ response: { status: -1, errors } });
      response.writeHead(status, { 'retry-after': '3600' }).end(body);
    });
  }
});

const accounts = {
  '/hasoffers': 'active',
  '/empty': 'empty',
  '/no-manager': 'noManager',
  '/on-demand': 'refusesRelations',
} as const;

/** A reply for each code but those that need none: a wrong setting, and a visitor who is offline. */
const failures: Readonly<Record<string, readonly [status: number, errors?: object]>> = {
  network: [0],
  timeout: [504, []],
  'rate-limit': [429, []],
  auth: [401, []],
  permission: [403, []],
  'network-id': [200, { publicMessage: 'Invalid network id' }],
  validation: [400, []],
  'not-found': [404, []],
  upstream: [502, []],
  'invalid-response': [200],
};

const everyState = ['loading', ...Object.keys(failures)].flatMap((path) => [
  `<hasoffers-account-manager loading="eager" endpoint="/${path}"></hasoffers-account-manager>`,
  `<hasoffers-offer-list loading="eager" page-size="1" endpoint="/${path}"></hasoffers-offer-list>`,
]);
const attributes = [
  ...['grid', 'list', 'table'].map(
    (layout) => `layout="${layout}" search sortable filters="category country payout-type"`,
  ),
  'pagination="more" theme="dark" lang="ar" currency="EUR"',
  'pagination="none" link="preview" fields="name preview" aff-sub="a" disclosure="Advertising"',
  'source="featured"',
  'source="mine"',
  'source="approved" sort="-payout"',
  'endpoint="/empty"',
  'endpoint="/on-demand"',
  'endpoint="https://sample.api.hasoffers.com/"',
];
const everyLook = [
  '<hasoffers-account-manager loading="eager"></hasoffers-account-manager>',
  '<hasoffers-account-manager loading="eager" layout="inline" fields="phone photo"></hasoffers-account-manager>',
  '<hasoffers-account-manager loading="eager" endpoint="/no-manager"></hasoffers-account-manager>',
  '<hasoffers-account-manager loading="eager" endpoint=" "></hasoffers-account-manager>',
  ...attributes.map((each) => `<hasoffers-offer-list loading="eager" page-size="4" ${each}></hasoffers-offer-list>`),
  `<hasoffers-offer-list loading="eager" page-size="2"><template><p data-if="featured">Featured</p>
    <a data-bind-href="link"><img data-bind-src="thumbnail" data-bind-alt="name"><b data-bind="payout"></b></a></template></hasoffers-offer-list>`,
];
/** Far below the viewport, so that loading has not begun. */
const idle = '<hasoffers-offer-list id="idle"></hasoffers-offer-list>';

/** With an icon: without one, browsers request one that the policy forbids. */
const toHtml = (icon: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="icon" href="${icon}">
<script src="/hasoffers-widgets.js" data-endpoint="/hasoffers" nonce="r4nd0m" defer></script></head>
<body>${everyLook.join('\n')}${everyState.join('\n')}${idle}</body></html>`;

/** The guide's lines with the URLs of this test. */
function readPolicy(): string {
  const lines = readSnippet('policy').trim();
  const filled = lines
    .replace('https://proxy.example.com', harness.site.url)
    .replace('https://pictures.example.com', harness.network.url);
  expect(filled).not.toContain('example.com');
  return filled.replaceAll('\n', ' ');
}

/** The `securitypolicyviolation` events of the page. */
const violations = ({ consoleErrors }: Tab) =>
  consoleErrors.filter((text) => /policy|Content Security|TrustedType/i.test(text));

const settled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')].every(
      (element) => {
        const { state } = element as HTMLElement & { state: string };
        if (element.id === 'idle') return state === 'idle';
        return element.getAttribute('endpoint') === '/loading' ? state === 'loading' : !/idle|loading/.test(state);
      },
    ),
  );

/** Everything that a visitor and the page can do to make the element render new nodes. */
async function useEverything({ page }: Tab): Promise<void> {
  const manager = page.locator('hasoffers-account-manager').first();
  await manager.getByRole('button', { name: /Copy/ }).first().click();
  await expect.poll(() => manager.getByRole('status').innerText()).toContain('Copied');
  for (const layout of ['grid', 'list', 'table']) {
    const list = page.locator(`hasoffers-offer-list[layout=${layout}]`);
    await list.getByRole('searchbox').fill('e');
    await list.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => list.locator('[aria-current=page]').innerText()).toBe('2');
    await list.getByLabel('Sort by').selectOption('-name');
    await list.getByLabel('Category').selectOption({ index: 1 });
    await list.getByRole('searchbox').fill('nothing is called like this');
    await list.getByRole('button', { name: 'Clear filters' }).last().click();
    await expect.poll(() => list.locator('[part~=link]').count()).toBeGreaterThan(0);
  }
  const more = page.locator('[pagination=more]');
  await more.locator('button[part~=pager]').click();
  await expect.poll(() => more.locator('[part~=link]').count()).toBeGreaterThan(4);
  const onDemand = page.locator('[endpoint="/on-demand"] [part~=link]').first();
  await onDemand.hover();
  await expect.poll(() => onDemand.getAttribute('href')).toContain('/aff_c?');
}

describe.each([
  ['is enforced', 'content-security-policy'],
  ['is only watched', 'content-security-policy-report-only'],
])('under the policy of the guide, which %s,', (_, header) => {
  it('every widget works in every state, without one report', async () => {
    const headers = { [header]: `${readPolicy()}; report-uri ${harness.site.url}/reports` };
    const tab = await openTab(
      harness.browser,
      harness.site.page('/', { html: toHtml(`${harness.network.url}/icon.png`), headers }),
      {
        permissions: ['clipboard-read', 'clipboard-write'],
      },
    );
    const { page, close } = tab;
    await settled(page);
    const states = await page
      .locator('hasoffers-account-manager, hasoffers-offer, hasoffers-offer-list')
      .evaluateAll((elements) => [
        ...new Set(elements.map((element) => (element as HTMLElement & { state: string }).state)),
      ]);
    expect(states.toSorted()).toEqual(['empty', 'error', 'idle', 'loading', 'ready']);
    await useEverything(tab);

    // Stale data beside an error, and an endpoint that cannot be reached.
    await page.context().setOffline(true);
    await page.evaluate(async () => {
      const elements = [
        ...document.querySelectorAll<HTMLElement & { refresh(): Promise<void>; state: string }>('body > *'),
      ];
      const fresh = document.createElement('hasoffers-account-manager');
      fresh.setAttribute('loading', 'eager');
      document.body.prepend(fresh);
      const shown = elements.filter(({ state }) => state === 'ready' || state === 'empty');
      await Promise.all(shown.map((element) => element.refresh()));
    });
    await expect.poll(() => page.locator(':state(stale)').count()).toBeGreaterThan(10);
    await expect.poll(() => page.locator('body > :first-child [part~=error]').innerText()).toContain('offline');
    await page.context().setOffline(false);
    await expect.poll(() => page.locator(':state(stale)').count()).toBe(0);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('hasoffers-offer-list')) {
        element.setAttribute('layout', element.getAttribute('layout') === 'table' ? 'grid' : 'table');
        element.setAttribute('theme', 'dark');
      }
    });
    await page.mouse.wheel(0, 99_999);
    await page.waitForFunction(() => document.querySelector('#idle')?.matches(':state(ready)'));
    expect(violations(tab)).toEqual([]);

    // A violation on purpose, reported first: it shows that violations are seen at all.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => reports.length).toBe(1);
    expect(reports[0]).toContain('style-src');
    await expect.poll(() => violations(tab).length).toBeGreaterThan(0);
    await close();
  });
});
