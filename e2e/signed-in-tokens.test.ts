import { describe, expect, it } from 'vitest';
import { textOf } from './browser.js';
import {
  clicks,
  longAgo,
  member,
  otherNetwork,
  otherSecret,
  subIds,
  tokens,
  useSignedInHarness,
} from './signed-in-harness.js';

const signedIn = useSignedInHarness();

describe('a token', () => {
  const shiftClock = (days: number) => `<script>{
    const shift = ${days} * 86400000;
    const RealDate = Date;
    Date = class extends RealDate {
      constructor(...values) {
        if (values.length) super(...values);
        else super(RealDate.now() + shift);
      }
      static now() { return RealDate.now() + shift; }
    };
  }</script>`;

  it.each([
    ['two days ahead', 2],
    ['two days behind', -2],
  ])("loads and renews when the browser's clock is %s", async (_, days) => {
    signedIn.served = [() => tokens.mint(member('member-1', { expiresIn: 2 }))];
    const from = signedIn.tokenCalls();
    const tab = await signedIn.open(clicks(), shiftClock(days));
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await expect.poll(() => signedIn.tokenCalls() - from).toBeGreaterThan(1);
    expect(await tab.page.locator('hasoffers-test-clicks').evaluate((each) => Object(each).state)).toBe('ready');
    await tab.close();
  });

  it('that has expired is renewed once, and the request is repeated once', async () => {
    signedIn.served = [() => longAgo.mint(member('member-1')), () => tokens.mint(member('member-1'))];
    const from = [signedIn.tokenCalls(), signedIn.proxyCalls()] as const;
    const tab = await signedIn.open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    expect([signedIn.tokenCalls() - from[0], signedIn.proxyCalls() - from[1]]).toEqual([2, 2]);
    await tab.close();
  });

  it.each([
    ['expired', () => longAgo.mint(member('member-1'))],
    ['of another secret', () => otherSecret.mint(member('member-1'))],
    ['of another network', () => otherNetwork.mint(member('member-1'))],
    [
      'without a signature',
      async () => {
        const [, payload] = (await tokens.mint(member('member-1'))).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'with another lock than was signed',
      async () => {
        const [header, payload = '', signature] = (await tokens.mint(member('member-1'))).split('.');
        const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), lock: { aff_sub: 'member-2' } };
        return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      },
    ],
  ])('%s, given again and again: two calls, none to HasOffers, and nobody is signed in', async (_, mint) => {
    signedIn.served = [mint];
    const from = signedIn.proxyCalls();
    const tab = await signedIn.open(clicks());
    await expect.poll(() => textOf(tab.page, 'hasoffers-test-clicks')).toContain('Please sign in');
    expect(signedIn.proxyCalls() - from).toBe(2);
    expect(signedIn.harness.network.calls).toEqual([]);
    await tab.close();
  });

  it.each([
    [
      'another sub-id',
      {
        'filters[Stat.affiliate_info1][conditional]': 'EQUAL_TO',
        'filters[Stat.affiliate_info1][values][]': 'member-2',
      },
      403,
      'LOCKED',
    ],
    ['an order by the locked sub-id', { 'sort[Stat.affiliate_info1]': 'asc' }, 403, 'LOCKED'],
    [
      'a filter by what is told of persons',
      { 'filters[Stat.ip][conditional]': 'EQUAL_TO', 'filters[Stat.ip][values][]': '1.1.1.1' },
      400,
      undefined,
    ],
    ['an order by what is told of persons', { 'sort[Stat.ip]': 'asc' }, 400, undefined],
  ])('opens no report with %s, and upstream is not asked', async (_, change, status, code) => {
    const tab = await signedIn.open('');
    const token = await tokens.mint(member('member-1'));
    const query = new URLSearchParams({
      Target: 'Affiliate_Report',
      Method: 'getStats',
      'fields[]': 'Stat.clicks',
      'groups[]': 'Stat.date',
      ...change,
    });
    const calls = signedIn.harness.network.calls.length;
    const refusal = await tab.page.evaluate(
      async ([url, authorization]) => {
        const response = await fetch(url, { headers: { authorization } });
        return { status: response.status, code: (await response.json()).response.errors[0].code };
      },
      [`/hasoffers?${query}`, `Bearer ${token}`] as const,
    );
    expect(refusal.status).toBe(status);
    if (code) expect(refusal.code).toBe(code);
    expect(signedIn.harness.network.calls).toHaveLength(calls);
    await tab.close();
  });

  it('is renewed when the connection is back, without a reload', async () => {
    signedIn.served = [() => tokens.mint(member('member-1', { expiresIn: 2 }))];
    const tab = await signedIn.open(clicks());
    await expect.poll(() => subIds(tab)).toEqual(['member-1']);
    await tab.page.context().setOffline(true);
    await expect.poll(() => tab.page.evaluate(() => navigator.onLine)).toBe(false);
    const from = signedIn.tokenCalls();
    signedIn.served = [() => tokens.mint(member('member-1'))];
    await tab.page.context().setOffline(false);
    await expect.poll(() => signedIn.tokenCalls() - from).toBe(1);
    expect(await subIds(tab)).toEqual(['member-1']);
    await tab.close();
  });
});
