import { expect, it } from 'vitest';
import { find, startTestProxy } from '../fixtures/proxy.js';

const stats = 'Target=Affiliate_Report&Method=getStats&fields[]=Stat.clicks&groups[]=Stat.date';
const allow = ['Affiliate_Report::getStats'];
const data = {
  page: 1,
  current: 0,
  count: 1,
  pageCount: 1,
  data: [{ Stat: { date: '2026-01-01', clicks: '3', ip: '192.0.2.1' } }],
};

it('the affiliate’s own figures are not served by default', async () => {
  const proxy = await startTestProxy();
  expect(await proxy.requestQuery(stats)).toMatchObject({ status: 403, code: 'METHOD_NOT_ALLOWED' });
  await proxy.close();
});

it('are served where the host application authorizes the request, and cached neither by browsers nor by CDNs', async () => {
  const authorized: string[] = [];
  const proxy = await startTestProxy({
    allow,
    authorize: async (request, methodId) => {
      authorized.push(methodId);
      return request.headers.get('cookie') === 'session=good';
    },
  });
  proxy.origin.data = data;
  const good = await proxy.requestQuery(stats, { headers: { cookie: 'session=good' } });
  expect(good.status).toBe(200);
  expect(good.envelope.data).toEqual({ ...data, data: [{ Stat: { date: '2026-01-01', clicks: '3' } }] });
  expect(good.headers.get('cache-control')).toBe('private, no-store');
  expect(await proxy.requestQuery(stats, { headers: { cookie: 'session=bad' } })).toMatchObject({
    status: 403,
    code: 'NOT_SIGNED_IN',
  });
  expect(await proxy.requestQuery(stats)).toMatchObject({ status: 403, code: 'NOT_SIGNED_IN' });
  expect(authorized).toEqual([...allow, ...allow, ...allow]);
  // Public methods need no authorization.
  proxy.origin.data = [];
  await proxy.requestQuery(find);
  expect(authorized).toHaveLength(3);
  await proxy.close();
});

it.each([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no'))],
  ['returns something that is merely truthy', () => 'yes' as unknown as boolean],
])('are not served when authorize %s', async (_, authorize) => {
  const proxy = await startTestProxy({ allow, authorize });
  expect(await proxy.requestQuery(stats)).toMatchObject({ status: 403, code: 'NOT_SIGNED_IN' });
  expect(proxy.origin.calls).toEqual([]);
  await proxy.close();
});
