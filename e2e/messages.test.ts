import type { BrowserContextOptions, Page } from 'playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { allReady, axeViolations, layoutShift, openTab, textOf } from './browser.js';
import { useHarness } from './harness.js';
import { mountSignedIn, signedInHead } from './signed-in-site.js';
import { plainPage } from './site.js';

const harness = useHarness();
beforeEach(() => mountSignedIn(harness));

const tag = 'hasoffers-messages';
const messages = (attributes = '') => `<${tag} ${attributes}></${tag}>`;
/** Until the script has run, an element is nothing to the browser. */
const reserve = `<style>${tag}:not(:defined) { display: block; min-height: 30em }</style>`;

interface Detail {
  readonly count: number;
  readonly messages: readonly { readonly id: string; readonly title: string }[];
}

interface Options extends BrowserContextOptions {
  readonly lang?: string;
  readonly policy?: string;
}

/** Opens a page with the element, and remembers the events of the page. */
async function open(body: string, { lang = 'en-US', policy, ...context }: Options = {}) {
  const from = harness.site.requests.length;
  const events = `<script nonce="n">
    window.heard = [];
    for (const type of ['hasoffers-load', 'hasoffers-error', 'hasoffers-message'])
      addEventListener(type, ({ detail }) => heard.push([type, detail]));
  </script>`;
  const whole = plainPage(body, events + signedInHead.replaceAll('<script', '<script nonce="n"'));
  const html = whole.replace('lang="en"', `lang="${lang}"`);
  const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
  // The page's own inline style would break the policy.
  const ownHtml = policy ? html.replace(/<style>.*?<\/style>/g, '') : html;
  const tab = await openTab(harness.browser, harness.site.page('/', { html: ownHtml, headers }), context);
  await allReady(tab.page);
  const calls = () => harness.site.requests.slice(from).filter((request) => request.startsWith('/hasoffers?'));
  const heard = <Found>(type: string): Promise<readonly Found[]> =>
    tab.page.evaluate(
      (name) =>
        (window as unknown as { heard: [string, Found][] }).heard.flatMap(([each, detail]) =>
          each === name ? [detail] : [],
        ),
      type,
    );
  return { ...tab, calls, heard };
}

const part = (page: Page, name: string) => page.locator(`${tag} [part~="${name}"]`);
const stateOf = (page: Page) =>
  page.locator(tag).evaluate((element) => (element as HTMLElement & { state: string }).state);
const openAll = async (page: Page) => {
  for (const toggle of await part(page, 'toggle').all()) await toggle.click();
  await expect.poll(() => part(page, 'body').last().isVisible()).toBe(true);
};

/** A proxy that answers this. */
const answer = (data: unknown) =>
  harness.site.route('/hasoffers', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } }));
  });
const alert = (id: string, fields: object = {}) => ({ Alert: { id, title: `No. ${id}`, content: 'Text', ...fields } });

describe('the call', () => {
  it('is one, names no user, and is refused where a client names one', async () => {
    const tab = await open(messages());
    expect(tab.calls()).toHaveLength(1);
    expect(tab.calls()[0]).toMatch(/is_dismissed=0/);
    expect(tab.calls()[0]).not.toContain('affiliate_user_id');
    const path = `${tab.calls()[0]}&affiliate_user_id=2094`;
    const token = await tab.page.evaluate(async () => (await fetch('/widget-token', { method: 'POST' })).text());
    const response = await fetch(harness.site.url + path, { headers: { authorization: `Bearer ${token}` } });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('affiliate_user_id')]);
    const upstream = harness.network.calls.filter(({ method }) => method === 'getAffiliateUserAlerts');
    expect(upstream.map(({ params }) => params.affiliate_user_id)).toEqual(['2094']);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('never dismisses or writes anything, whatever is opened', async () => {
    const tab = await open(messages());
    await openAll(tab.page);
    await tab.page.locator(tag).evaluate((element) => (element as HTMLElement & { refresh(): unknown }).refresh());
    await expect.poll(() => tab.calls().length).toBe(2);
    const upstream = new Set(harness.network.calls.map(({ verb, method }) => `${verb} ${method}`));
    expect([...upstream].sort()).toEqual(['GET getAffiliateUserAlerts', 'GET getContext']);
    await tab.close();
  });

  it('is refused without the scope, with no call to the network', async () => {
    mountSignedIn(harness, { token: { scopes: ['stats'] } });
    const tab = await open(messages());
    expect(await tab.heard('hasoffers-error')).toMatchObject([{ code: 'permission', retryable: false }]);
    expect(harness.network.calls).toEqual([]);
    await tab.close();
  });
});

describe('the texts', () => {
  it('are plain, whatever HTML the network sends, under a strict policy', async () => {
    const policy = "default-src 'self'; script-src 'self' 'nonce-n'; require-trusted-types-for 'script'";
    const tab = await open(messages('limit="50"'), { policy });
    await openAll(tab.page);
    expect(await part(tab.page, 'message').count()).toBe(7);
    const text = await textOf(tab.page, tag);
    expect(text).toContain('Summer &amp; sale');
    expect(text).toContain('Wire: Thursday\nPayPal: Friday');
    expect(text).toContain('See the press page (https://www.fernandclay.example/press).');
    expect(text).toContain('https://network.example/new?a=1&b=2');
    expect(text).not.toMatch(/window\.hit|onerror|javascript:|display: none|<[a-z/]/);
    const inside = 'img, script, style:not(:first-child), iframe, a, [style], [onclick]';
    expect(await tab.page.locator(tag).locator(inside).count()).toBe(0);
    expect(await tab.page.evaluate(() => 'hit' in window)).toBe(false);
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('say approved and denied in words', async () => {
    const tab = await open(messages());
    const kinds = part(tab.page, 'message').filter({ has: tab.page.locator('[part~=kind]') });
    expect((await kinds.allInnerTexts()).map((text) => text.split('\n').slice(0, 2))).toEqual([
      ['Application approved', 'Approved'],
      ['Application denied', 'Denied'],
    ]);
    await tab.close();
  });

  it('have their own direction each', async () => {
    const tab = await open(messages(), { lang: 'de' });
    const arabic = part(tab.page, 'message').filter({ hasText: 'عروض' });
    await arabic.getByRole('button').click();
    const direction = (name: string) =>
      arabic
        .locator(`[part~=${name}]`)
        .evaluate((node) => [node.getAttribute('dir'), getComputedStyle(node).direction]);
    expect([await direction('title'), await direction('body')]).toEqual([
      ['auto', 'rtl'],
      ['auto', 'rtl'],
    ]);
    const latin = part(tab.page, 'title').first();
    expect(await latin.evaluate((node) => getComputedStyle(node).direction)).toBe('ltr');
    await tab.close();
  });
});

describe('the number of messages', () => {
  it.each([
    ['', 7],
    ['limit="12"', 12],
  ])('of 300 shows the newest with "%s", and tells the page all', async (attributes, shown) => {
    mountSignedIn(harness, { key: 'many' });
    const tab = await open(messages(attributes));
    expect(await part(tab.page, 'message').count()).toBe(shown);
    expect(await part(tab.page, 'note').innerText()).toBe(`${shown} of 300`);
    const [detail] = await tab.heard<Detail>('hasoffers-load');
    expect(detail?.count).toBe(300);
    expect(detail?.messages.map(({ id }) => Number(id))).toEqual(Array.from({ length: shown }, (_, at) => 1299 - at));
    expect(tab.consoleErrors).toEqual([]);
    await tab.close();
  });

  it('is a badge with a name, and nothing is empty', async () => {
    answer([alert('1'), alert('2'), alert('3')]);
    const tab = await open(`<p>Inbox ${messages('layout="badge"')}</p>`);
    const badge = tab.page.getByRole('img', { name: '3 messages', exact: true });
    expect(await badge.innerText()).toBe('3');
    answer([]);
    await tab.page.locator(tag).evaluate((element) => (element as HTMLElement & { refresh(): unknown }).refresh());
    await expect.poll(() => stateOf(tab.page)).toBe('empty');
    await expect.poll(() => part(tab.page, 'badge').count()).toBe(0);
    expect((await tab.heard<Detail>('hasoffers-load')).map(({ count }) => count)).toEqual([3, 0]);
    await tab.close();
  });

  it.each([
    ['an empty list', [], 'empty', []],
    ['false', false, 'empty', []],
    ['a map', { 7: alert('7'), 12: alert('12') }, 'ready', ['No. 12', 'No. 7']],
    ['a list', [alert('7'), alert('12')], 'ready', ['No. 12', 'No. 7']],
  ])('is read from %s', async (_, data, state, titles) => {
    answer(data);
    const tab = await open(messages());
    expect([await stateOf(tab.page), await part(tab.page, 'title').allInnerTexts()]).toEqual([state, titles]);
    await tab.close();
  });
});

it('a screen reader finds buttons in a list, words and times', async () => {
  const tab = await open(messages('limit="2"'));
  await tab.page.getByRole('button').first().click();
  const tree = async () => (await tab.page.locator(tag).ariaSnapshot()).replaceAll(/time: .*/g, 'time: TIME');
  await expect.poll(tree).toContain('expanded');
  expect(`\n${await tree()}\n`).toMatchInlineSnapshot(`
    "
    - list "Messages":
      - listitem:
        - 'button "Fern & Clay: new creatives" [expanded]'
        - time: TIME
        - paragraph: Four new banners are in the creative tab. See the press page (https://www.fernandclay.example/press).
      - listitem:
        - button "Application approved"
        - text: Approved
        - time: TIME
    - paragraph: 2 of 7
    - status
    "
  `);
  await tab.close();
});

describe('a message', () => {
  it('is opened and closed by keyboard, and tells the page', async () => {
    const tab = await open(messages('limit="3"'));
    const toggle = tab.page.getByRole('button', { name: 'Application approved', exact: true });
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Tab');
    await expect.poll(() => toggle.evaluate((node) => node.matches(':focus-visible'))).toBe(true);
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await tab.page.getByText('You may now promote Maestro Loft.').isVisible()).toBe(true);
    await tab.page.keyboard.press('Space');
    await expect.poll(() => toggle.getAttribute('aria-expanded')).toBe('false');
    expect(await tab.heard('hasoffers-message')).toEqual([{ id: '809', kind: 'approved' }]);
    await tab.close();
  });

  it.each([
    ['America/New_York', /2:30\sAM/],
    ['Asia/Kolkata', /12:00\sPM/],
  ])('has its time, which comes in UTC, in the zone of %s', async (timezoneId, time) => {
    answer([alert('1', { datetime: '2026-06-30 06:30:00' })]);
    const tab = await open(messages(), { timezoneId });
    expect(await part(tab.page, 'time').innerText()).toMatch(time);
    expect(await part(tab.page, 'time').getAttribute('datetime')).toBe('2026-06-30T06:30:00.000Z');
    await tab.close();
  });

  it.each([
    ['en-US', 'light', 1280],
    ['ar', 'dark', 320],
  ] as const)(
    'is accessible open and closed, and moves nothing that it should not: %s, %s, %d px',
    async (lang, colorScheme, width) => {
      const options = { lang, colorScheme, viewport: { width, height: 900 } };
      const tab = await open(`${reserve}<h1>Inbox</h1>${messages('limit="7"')}`, options);
      expect(await layoutShift(tab.page)).toBeLessThan(0.01);
      expect(await axeViolations(tab.page)).toEqual([]);
      await openAll(tab.page);
      expect(await axeViolations(tab.page)).toEqual([]);
      const overflow = await tab.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(tab.consoleErrors).toEqual([]);
      await tab.close();
    },
  );
});
