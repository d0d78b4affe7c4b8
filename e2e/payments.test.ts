import type { BrowserContextOptions, Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleKeys, sampleNetworkId } from '../sample-network/keys.js';
import { allReady, axeViolations, layoutShift, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness));

const payments = (attributes = '', inner = '') =>
  `<hasoffers-payments currency="USD" ${attributes}>${inner}</hasoffers-payments>`;
const everything = 'show="balance totals invoices receipts"';

/** An element stays where it is while the script loads. */
const reserve = '<style>hasoffers-payments:not(:defined) { display: block; min-height: 100vh }</style>';
/** Remembers the events of the page. */
const log = `<script>
  window.seen = [];
  for (const type of ['hasoffers-load', 'hasoffers-error'])
    addEventListener(type, ({ detail }) => seen.push([type, detail.code ?? '']));
</script>`;

interface Options extends BrowserContextOptions {
  readonly lang?: string;
  readonly policy?: string;
}

async function open(body: string, { lang = 'en-US', policy, ...context }: Options = {}) {
  const html = plainPage(body, signedInHead).replace('lang="en"', `lang="${lang}"`);
  // The page's own inline style would break the policy.
  const ownHtml = policy ? html.replace(/<style>.*?<\/style>/, '') : html;
  const headers = policy ? { 'content-security-policy': policy } : {};
  const tab = await openTab(harness.browser, harness.site.page('/', { html: ownHtml, headers }), context);
  await allReady(tab.page);
  return tab;
}

const texts = (page: Page, selector: string) => page.locator(`hasoffers-payments ${selector}`).allInnerTexts();
const stateOf = (page: Page) =>
  page.locator('hasoffers-payments').evaluate((element) => (element as unknown as { readonly state: string }).state);
const upstreamMethods = () => harness.network.calls.map(({ method }) => method);

type Row = Readonly<Record<string, string>>;

/** The network's own answer, without proxy and widget. */
async function ask(method: string, key: keyof typeof sampleKeys): Promise<readonly Row[]> {
  const query = new URLSearchParams({
    NetworkId: sampleNetworkId,
    api_key: sampleKeys[key],
    Target: 'Affiliate_AffiliateBilling',
    Method: method,
  });
  const response = await fetch(`${harness.network.url}/Apiv3/json?${query}`);
  const { data } = ((await response.json()) as { response: { data: Readonly<Record<string, object>> } }).response;
  return Object.values(data).map((row) => Object.values(row)[0] as Row);
}

/** Asks the proxy, as a page whose visitor is signed in can. */
const askProxy = (page: Page, query: string) =>
  page.evaluate(async (wanted) => {
    const token = await (await fetch('/widget-token', { method: 'POST' })).text();
    const response = await fetch(`/hasoffers?Target=Affiliate_AffiliateBilling&${wanted}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status;
  }, query);

describe('requests', () => {
  it('are two, each asked upstream once, whoever looks again within a quarter of an hour', async () => {
    for (const _ of [1, 2]) {
      const from = harness.site.requests.length;
      const tab = await open(payments());
      const calls = harness.site.requests.slice(from).filter((request) => request.startsWith('/hasoffers?'));
      expect(calls.map((url) => new URLSearchParams(url).get('Method')).sort()).toEqual([
        'findAllInvoices',
        'getAccountBalance',
      ]);
      expect(tab.consoleErrors).toEqual([]);
      await tab.close();
    }
    expect(upstreamMethods().sort()).toEqual(['findAllInvoices', 'getAccountBalance']);
  });

  it('bring no bank data, and cannot ask for it', async () => {
    const bank = /payment_details|payment_info|"token"|receipt-token|transaction_id|TX-\d|iban|SMPL/i;
    // The network has it.
    expect(JSON.stringify(await ask('findAllReceipts', 'active'))).toMatch(bank);
    const tab = await open(payments(everything));
    expect((await texts(tab.page, 'tr[part=row]')).length).toBe(20);
    expect(await textOf(tab.page, 'hasoffers-payments')).not.toMatch(bank);
    const replies = (await tab.received()).split('\n').filter((reply) => reply.includes('"response"'));
    expect(replies).toHaveLength(4);
    expect(replies.join()).not.toMatch(bank);

    const before = upstreamMethods().length;
    for (const name of ['payment_info', 'payment_details', 'token', 'transaction_id']) {
      for (const query of [`filters[${name}]=x`, `sort[${name}]=asc`, `fields[]=${name}`]) {
        expect([query, await askProxy(tab.page, `Method=findAllReceipts&${query}`)]).toEqual([query, 400]);
      }
    }
    expect(upstreamMethods()).toHaveLength(before);
    await tab.close();
  });

  it('are none where nobody is signed in', async () => {
    harness.site.route('/widget-token', (_, response) => void response.end(''));
    const from = harness.site.requests.length;
    const tab = await open(log + payments('', '<a slot="signed-out" href="/sign-in">Sign in</a>'));
    expect(await tab.page.evaluate('seen')).toEqual([['hasoffers-error', 'signed-out']]);
    expect(await tab.page.getByRole('link', { name: 'Sign in' }).isVisible()).toBe(true);
    expect(harness.site.requests.slice(from).filter((request) => request.startsWith('/hasoffers?'))).toEqual([]);
    await tab.close();
  });

  it.each([
    ['without the scope', { scopes: ['stats'] }],
    ['with a lock', { scopes: ['stats'], lock: { aff_sub: 'member-1' } }],
  ] as const)('with a token %s are refused by the proxy', async (_, token) => {
    mountSignedIn(harness, { token });
    const tab = await open(log + payments());
    expect(await tab.page.evaluate('seen')).toEqual([['hasoffers-error', 'permission']]);
    expect(await texts(tab.page, '[part=error]')).toEqual(['These payments are not open to this account.']);
    expect(upstreamMethods()).toEqual([]);
    await tab.close();
  });
});

describe('amounts', () => {
  it('of two currencies are never added', async () => {
    mountSignedIn(harness, { key: 'twoCurrencies' });
    const rows = await ask('findAllInvoices', 'twoCurrencies');
    const tab = await open(payments('show="invoices" page-size="100"'));
    const shown = await texts(tab.page, 'td[part=amount]');
    const write = (amount: number, currency = 'USD') =>
      amount.toLocaleString('en-US', { style: 'currency', currency }).replace('-', '\u2212');
    const own = rows.map(({ amount, currency }) => write(Number(amount), currency));
    expect(shown.map((text) => text.replace(/\n.*/, '')).sort()).toEqual(own.sort());
    expect(new Set(rows.map(({ currency }) => currency)).size).toBe(2);
    // The sums of each month, which nothing may show.
    const sums = rows.flatMap((one) =>
      rows.flatMap((other) =>
        one.currency !== other.currency &&
        one.start_date === other.start_date &&
        Number(one.amount) * Number(other.amount) !== 0
          ? [write(Number(one.amount) + Number(other.amount)).slice(1)]
          : [],
      ),
    );
    const text = await textOf(tab.page, 'hasoffers-payments');
    expect(sums.filter((sum) => text.includes(sum))).toEqual([]);
    await tab.close();
  });

  it('are 0.00 where there is no invoice', async () => {
    mountSignedIn(harness, { key: 'noInvoices' });
    const tab = await open(payments());
    expect(await stateOf(tab.page)).toBe('empty');
    expect(await texts(tab.page, '[part=balance-value]')).toEqual(['$0.00']);
    expect(await texts(tab.page, '[part=empty]')).toEqual(['No invoices yet.']);
    await tab.close();
  });
});

it('the table has caption and headings, and reads in order, what is taken back by a minus and a word', async () => {
  const tab = await open(payments('show="balance invoices" page-size="1"'));
  // What depends on today is left out.
  const tree = (await tab.page.locator('hasoffers-payments').ariaSnapshot())
    .replace(/\w{3} \d+, \d{4}/g, 'DAY')
    .replace(/Invoice \d+/g, 'Invoice 1')
    .replace(/\$\d+,[\d.]+/g, '$1.00');
  expect(`\n${tree}\n`).toMatchInlineSnapshot(`
    "
    - group "Payments":
      - term: Open invoices
      - definition: $1.00
      - paragraph: Earnings that are not on an invoice yet, such as those of today, are not included.
      - group "Invoices":
        - table "Invoices":
          - caption: Invoices
          - rowgroup:
            - row "Period Status Amount":
              - columnheader "Period"
              - columnheader "Status"
              - columnheader "Amount"
          - rowgroup:
            - 'row "DAY – DAY Invoice 1 Adjustment: returned orders May Unpaid −$42.10 Deduction"':
              - 'rowheader "DAY – DAY Invoice 1 Adjustment: returned orders May"':
                - time: DAY
                - text: –
                - time: DAY
                - text: "Invoice 1 Adjustment: returned orders May"
              - cell "Unpaid"
              - cell "−$42.10 Deduction"
      - paragraph: 1–1 of 18
      - group "Pages":
        - button "Previous" [disabled]
        - button "Page 1": "1"
        - button "Page 2": "2"
        - button "Page 18": "18"
        - button "Next"
    - status
    "
  `);
  await tab.close();
});

it('a part that fails does not hide the others', async () => {
  harness.network.setFault('http-504', { method: 'findAllReceipts' });
  const tab = await open(log + payments('show="balance receipts"'));
  expect(await texts(tab.page, '[part=balance-value]')).toEqual([expect.stringMatching(/^\$[\d,]+\.\d\d$/)]);
  expect(await stateOf(tab.page)).toBe('ready');
  expect(await tab.page.locator('hasoffers-payments:state(stale)').count()).toBe(1);
  const seen = (await tab.page.evaluate('seen')) as readonly string[][];
  expect(seen.map(([type]) => type).sort()).toEqual(['hasoffers-error', 'hasoffers-load']);
  harness.network.setFault(null);
  await tab.page.locator('hasoffers-payments [part=retry]').click();
  await expect.poll(() => texts(tab.page, 'tr[part=row]').then(({ length }) => length)).toBe(10);
  expect(upstreamMethods().filter((method) => method === 'getAccountBalance')).toHaveLength(1);
  await tab.close();
});

it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('days are the network’s in %s', async (timezoneId) => {
  const june = (await ask('findAllInvoices', 'active')).filter(({ end_date }) => end_date?.endsWith('-30'));
  const tab = await open(payments('show="invoices" layout="table" page-size="100"'), { timezoneId, lang: 'en-GB' });
  const rows = await texts(tab.page, 'tr[part=row]');
  for (const { id, start_date = '', end_date = '' } of june) {
    const [first, last] = [start_date, end_date].map((day) =>
      new Date(day).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
    );
    expect(rows.find((row) => row.includes(`\t${id}\t`))).toMatch(`${first} \u2013 ${last}`);
    expect(last).toMatch(/^30 /);
  }
  expect(june.length).toBeGreaterThan(3);
  await tab.close();
});

describe('the box', () => {
  it.each([320, 1280])('moves nothing, at %d px', async (width) => {
    harness.network.setFault('delay-300');
    const tab = await open(`${reserve}${payments(everything)}<p>After it.</p>`, { viewport: { width, height: 600 } });
    await tab.page.waitForLoadState('networkidle');
    expect(await layoutShift(tab.page)).toBe(0);
    await tab.close();
  });

  it('breaks no strict policy', async () => {
    const policy =
      "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types";
    const tab = await open(payments(everything), { policy });
    await tab.page.locator('hasoffers-payments [part=next]').first().click();
    await expect.poll(() => texts(tab.page, '[part=count]').then(([first]) => first)).toBe('11\u201318 of 18');
    expect(tab.consoleErrors).toEqual([]);
    expect(await tab.page.locator('hasoffers-payments [style]').count()).toBe(0);
    await tab.close();
  });

  it.each([
    ['light', 1280, 'en-US'],
    ['dark', 320, 'ar'],
  ] as const)('has no accessibility violation in %s, at %d px, in %s', async (colorScheme, width, lang) => {
    const tab = await open(
      ['card', 'table', 'inline']
        .map((layout) => payments(`${everything} loading="eager" layout="${layout}"`))
        .join(''),
      {
        colorScheme,
        lang,
        viewport: { width, height: 900 },
      },
    );
    expect(await axeViolations(tab.page)).toEqual([]);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await tab.close();
  });
});
