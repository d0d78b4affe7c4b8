import { get } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { getAccountManager } from './account-manager.js';
import { createClient } from './client.js';
import { findOffers } from './offers.js';
import { fixtureBody } from './test-fixtures.js';
import { startServer, type TestServer } from './test-server.js';

const key = 'fedcba9876543210'.repeat(4);
let upstream: TestServer;
let proxy: TestServer;

beforeAll(async () => {
  // Like HasOffers: repeats every parameter under `request`, the key included, and answers failures with HTTP 200.
  upstream = await startServer(({ url = '' }, response) => {
    const asked = new URL(url, 'http://localhost').searchParams;
    const known = asked.get('api_key') === key && asked.get('Method');
    const name =
      { getAccountManager: 'account-manager', findMyOffers: 'my-offers-paged' }[String(known)] ?? 'error-auth';
    const reply = { ...JSON.parse(fixtureBody(name)), request: Object.fromEntries(asked) };
    response.end(JSON.stringify(reply).replaceAll('/', '\\/'));
  });
  // What a site owner writes in ten lines: add the key, pass everything on unchanged.
  proxy = await startServer(({ url = '' }, response) => {
    const query = url.slice(url.indexOf('?') + 1);
    get(`${upstream.url}?${query}&api_key=${key}`, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
      answer.pipe(response);
    });
  });
});

afterAll(async () => {
  await proxy.close();
  await upstream.close();
});

test('a proxy that only adds the key is enough', async () => {
  const { send } = createClient({ endpoint: proxy.url });
  await expect(send(getAccountManager())).resolves.toMatchObject({ name: 'Mara Okafor' });
  const page = await send(findOffers({ source: 'mine', limit: 2, page: 1, relations: ['Thumbnail', 'Country'] }));
  expect(page).toMatchObject({ total: 7, rows: [{ id: '12' }, { id: '15' }] });
  expect(upstream.seen.at(-1)).toContain('contain[]=Thumbnail&contain[]=Country');
});

test('its failures get the right codes, and its leak is reported', async () => {
  const onKeyLeak = vi.fn();
  const { send } = createClient({ endpoint: proxy.url, onKeyLeak });
  await expect(send(findOffers({ limit: 2 }))).rejects.toMatchObject({ code: 'auth' });
  expect(onKeyLeak).toHaveBeenCalledOnce();
});
