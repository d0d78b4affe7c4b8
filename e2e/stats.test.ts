import type { BrowserContextOptions, Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, axeViolations, layoutShift, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

/** Until the script has run, an element is undefined. */
const reserve = '<style>hasoffers-stats:not(:defined) { display: block; min-height: 100vh }</style>';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness));

const zone = 'time-zone="America/New_York"';
const stats = (attributes = '') => `<hasoffers-stats currency="USD" ${zone} ${attributes}></hasoffers-stats>`;

async function open(
  body: string,
  options?: BrowserContextOptions & { readonly lang?: string; policy?: string; hasStyles?: boolean },
) {
  const { lang = 'en-US', policy, hasStyles = true, ...context } = options ?? {};
  const html = plainPage(body, signedInHead).replace('lang="en"', `lang="${lang}"`);
  // The page's own inline style would break the policy.
  const ownHtml = hasStyles ? html : html.replace(/<style>.*?<\/style>/, '');
  const headers = policy ? { 'content-security-policy': policy } : {};
  const tab = await openTab(harness.browser, harness.site.page('/', { html: ownHtml, headers }), context);
  await allReady(tab.page);
  return tab;
}

const texts = (page: Page, part: string) =>
  page.locator('hasoffers-stats').first().locator(`[part~="${part}"]`).allInnerTexts();
const dataCalls = (from: number) =>
  harness.site.requests.slice(from).filter((request) => request.startsWith('/hasoffers?'));

interface Row {
  readonly Stat: Readonly<Record<string, string>>;
}

const newYorkDay = (offset: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format(Date.now() + offset * 86_400_000);

/** The network's own answer, without proxy and widget. */
async function report(from: string, to: string, key: keyof typeof sampleKeys = 'active'): Promise<readonly Row[]> {
  const query = new URLSearchParams([
    ['NetworkId', sampleNetworkId],
    ['api_key', sampleKeys[key]],
    ['Target', 'Affiliate_Report'],
    ['Method', 'getStats'],
    ...['date', 'clicks', 'conversions', 'payout', 'currency'].map((name) => ['fields[]', `Stat.${name}`]),
    ['groups[]', 'Stat.date'],
    ['groups[]', 'Stat.currency'],
    ['filters[Stat.date][conditional]', 'BETWEEN'],
    ['filters[Stat.date][values][]', from],
    ['filters[Stat.date][values][]', to],
    ['data_start', from],
    ['data_end', to],
  ]);
  const response = await fetch(`${harness.network.url}/Apiv3/json?${query}`);
  const { data } = ((await response.json()) as { response: { data: { data: readonly Row[] } } }).response;
  return Object.values(data.data);
}

/** A sum of decimals with five places, as a text with two: exact, by whole numbers. */
function exactSum(rows: readonly Row[], column: string): { readonly units: bigint; readonly text: string } {
  const units = rows.reduce((sum, { Stat }) => {
    const [whole = '0', fraction = ''] = (Stat[column] ?? '0').split('.');
    return sum + BigInt(whole) * 100_000n + BigInt(fraction.padEnd(5, '0'));
  }, 0n);
  const cents = (units + 500n) / 1000n;
  return { units, text: `${Number(cents / 100n).toLocaleString('en-US')}.${String(cents % 100n).padStart(2, '0')}` };
}

describe('the figures', () => {
  it('equal an independent sum over the raw answer, and EPC is the ratio of sums', async () => {
    const rows = await report(newYorkDay(-29), newYorkDay(0));
    const from = harness.site.requests.length;
    const tab = await open(stats());
    const clicks = exactSum(rows, 'clicks').units / 100_000n;
    const payout = exactSum(rows, 'payout');
    const epc = (payout.units * 1000n) / clicks / 100_000n;
    const values = await texts(tab.page, 'number-value');
    expect(values.slice(0, 3)).toEqual([
      Number(clicks).toLocaleString('en-US'),
      Number(exactSum(rows, 'conversions').units / 100_000n).toLocaleString('en-US'),
      `$${payout.text}`,
    ]);
    expect(values[3]).toBe(`$${(Math.round(Number(epc) / 10) / 100).toFixed(2)}`);
    expect(dataCalls(from)).toHaveLength(1);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('take one call, two with groups, and none for another figure', async () => {
    const from = harness.site.requests.length;
    const tab = await open(stats('group-by="offer" controls="metric"'));
    expect(dataCalls(from)).toHaveLength(2);
    await tab.page.locator('hasoffers-stats select').selectOption('clicks');
    await expect.poll(() => texts(tab.page, 'tip').then(([tip]) => tip)).toContain('Clicks');
    expect(dataCalls(from)).toHaveLength(2);
    expect((await texts(tab.page, 'row')).length).toBeGreaterThan(3);
    // Buttons are not printed, but these are the names of the rows.
    await tab.page.emulateMedia({ media: 'print' });
    expect(await tab.page.locator('hasoffers-stats [part=row] button').first().isVisible()).toBe(true);
    await tab.close();
  });

  it('keep two currencies apart', async () => {
    mountSignedIn(harness, { key: 'twoCurrencies' });
    const rows = await report(newYorkDay(-29), newYorkDay(0), 'twoCurrencies');
    const amountIn = (currency: string) =>
      exactSum(
        rows.filter(({ Stat }) => Stat.currency === currency),
        'payout',
      );
    const tab = await open(stats('group-by="offer"'));
    const text = await textOf(tab.page, 'hasoffers-stats');
    expect(text).toContain(`$${amountIn('USD').text}`);
    expect(text).toContain(`€${amountIn('EUR').text}`);
    const sum = exactSum(rows, 'payout').text;
    expect(text).not.toContain(sum);
    await tab.close();
  });

  it('are refused in words where the account may not see them', async () => {
    mountSignedIn(harness, { key: 'noStats' });
    const tab = await open(stats());
    expect(await texts(tab.page, 'error')).toEqual(['These statistics are not open to this account.']);
    expect(await texts(tab.page, 'retry')).toEqual([]);
    await tab.close();
  });

  it('stay when a refresh fails, and say since when they are old', async () => {
    const tab = await open(stats());
    const before = await texts(tab.page, 'number-value');
    harness.site.route('/hasoffers', (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end('{}'));
    await tab.page
      .locator('hasoffers-stats')
      .evaluate((element) => (element as HTMLElement & { refresh(): unknown }).refresh());
    await expect.poll(() => texts(tab.page, 'stale').then(([note]) => note)).toMatch(/\d:\d\d/);
    expect(await texts(tab.page, 'number-value')).toEqual(before);
    expect(await tab.page.locator('hasoffers-stats').evaluate((element) => element.matches(':state(stale)'))).toBe(
      true,
    );
    await tab.close();
  });
});

describe('the days', () => {
  it('have a bar and a row of the table each, quiet ones with zero', async () => {
    const rows = await report(newYorkDay(-13), newYorkDay(0));
    const tab = await open(stats('period="14d"'));
    const bars = tab.page.locator('hasoffers-stats [part~="series"] rect');
    expect(await bars.count()).toBe(14);
    const toggle = tab.page.locator('hasoffers-stats [part~="table-toggle"]');
    await toggle.focus();
    await tab.page.keyboard.press('Enter');
    const days = tab.page.locator('hasoffers-stats [part~="table"] tbody tr');
    await expect.poll(() => days.count()).toBe(14);
    const quiet = Array.from({ length: 14 }, (_, index) => newYorkDay(index - 13)).filter(
      (day) => !rows.some(({ Stat }) => Stat.date === day),
    );
    expect(quiet.length).toBeGreaterThan(0);
    for (const day of quiet) {
      const row = days.filter({ has: tab.page.locator(`time[datetime="${day}"]`) });
      expect(await row.locator('td').first().innerText()).toBe('0');
    }
    await tab.close();
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])("end with the network's today in %s", async (timezoneId) => {
    const tab = await open(stats('period="7d"'), { timezoneId });
    const { range, today } = await tab.page
      .locator('hasoffers-stats')
      .evaluate((element) => (element as HTMLElement & { data: { range: { to: string }; today: string } }).data);
    expect(range.to).toBe(newYorkDay(0));
    expect(today).toBe(newYorkDay(0));
    await tab.close();
  });

  it('are read with the arrow keys, and said by one element that stays', async () => {
    const tab = await open(`<button>before</button>${stats('period="7d"')}`);
    await tab.page.locator('hasoffers-stats [part~="plot"]').focus();
    const status = tab.page.locator('hasoffers-stats [role=status]');
    const node = await status.elementHandle();
    await tab.page.keyboard.press('Home');
    await expect.poll(() => status.innerText()).not.toBe('');
    const first = await status.innerText();
    await tab.page.keyboard.press('ArrowRight');
    await expect.poll(() => status.innerText()).not.toBe(first);
    expect(await status.evaluate((element, before) => element === before, node)).toBe(true);
    await tab.close();
  });
});

describe('the card', () => {
  it.each([320, 1280])('moves nothing, at %d px', async (width) => {
    harness.network.setFault('delay-300');
    const tab = await open(`${reserve}${stats()}<p>After it.</p>`, { viewport: { width, height: 600 } });
    await tab.page.waitForLoadState('networkidle');
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });

  it('breaks no strict policy', async () => {
    const policy =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types";
    const html = stats('group-by="offer" controls="period compare group-by metric"');
    const tab = await open(html, { policy, hasStyles: false });
    await tab.page.locator('hasoffers-stats [part~="table-toggle"]').click();
    await tab.page.locator('hasoffers-stats [part~="plot"]').hover();
    expect(tab.consoleErrors).toEqual([]);
    expect(await tab.page.locator('hasoffers-stats [style]').count()).toBe(0);
    await tab.close();
  });

  it('tells series and grid apart in forced colours', async () => {
    const tab = await open(stats(), { forcedColors: 'active' });
    const strokeOf = (selector: string) =>
      tab.page
        .locator(`hasoffers-stats ${selector}`)
        .first()
        .evaluate((element) => getComputedStyle(element).stroke);
    expect(await strokeOf('[part~="plot"] .series')).not.toBe(await strokeOf('[part~="grid"]'));
    await tab.close();
  });

  it.each([
    ['de', /\d{1,3}(\.\d{3})*,\d\d\s\$/, 'ltr'],
    ['ar', /\d/, 'rtl'],
  ])('writes as %s does', async (lang, amount, direction) => {
    const tab = await open(stats(), { lang });
    expect((await texts(tab.page, 'number-value'))[2]).toMatch(amount);
    expect(await tab.page.locator('hasoffers-stats .root').getAttribute('dir')).toBe(direction);
    await tab.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('has no accessibility violation in %s, at %d px', async (colorScheme, width) => {
    const html = stats('group-by="offer" controls="period compare group-by metric"');
    const tab = await open(html, { colorScheme, viewport: { width, height: 900 } });
    await tab.page.locator('hasoffers-stats [part~="table-toggle"]').click();
    expect(await axeViolations(tab.page)).toEqual([]);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await tab.close();
  });
});
