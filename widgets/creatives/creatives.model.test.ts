import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Creative } from '../../shared/api/creatives.js';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient, ApiRequest } from '../../shared/api/request.js';
import { creatives } from './creatives.js';
import { createCreativesModel } from './creatives.model.js';
import type { CreativesAttributes } from './creatives.types.js';
import { findPage } from './test-creatives.js';

type Context = Parameters<typeof createCreativesModel>[0];
type Request = ApiRequest<unknown>;

const linkTo = ({ params }: Request): unknown => ({
  click_url: `https://go.example/aff_c?offer_id=${params.offer_id}&s=${(params.params as { aff_sub?: string }).aff_sub ?? ''}`,
});
let answer: (request: Request) => unknown;
let now: number;
beforeEach(() => {
  answer = (request) => (request.target === 'Affiliate_OfferFile' ? findPage(request) : linkTo(request));
  now = 0;
});

/** Promises that are settled already have led to what they lead to. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function load(given: Partial<CreativesAttributes> = {}) {
  const requests: Request[] = [];
  const client = (): ApiClient => ({
    async send(request) {
      requests.push(request);
      return request.decode(await answer(request));
    },
  });
  const clients = signal(client());
  const parsed = Object.entries(creatives.attributes).map(([name, { parse }]) => [name, parse(null, () => {})]);
  const attributes = signal({ ...Object.fromEntries(parsed), offer: '4', ...given });
  const context = { attributes, client: () => clients.value } as unknown as Context;
  const model = createCreativesModel(context, () => now);
  model.start();
  await settle();
  const shown = () => model.state.value.data?.creatives ?? [];
  const links = () => requests.filter(({ method }) => method === 'generateTrackingLink').map(({ params }) => params);
  const change = async (more: Partial<CreativesAttributes>) => {
    attributes.value = { ...attributes.peek(), ...more };
    await settle();
  };
  return { model, requests, links, shown, change, clients, client, first: () => shown()[0] as Creative };
}

describe('the list', () => {
  it('is one request, and none for a page that was seen', async () => {
    const { model, requests, shown } = await load({ pageSize: 2 });
    expect(requests).toHaveLength(1);
    expect(model.state.value).toMatchObject({ status: 'ready', data: { page: 1, pageCount: 3, total: 5 } });
    model.goToPage(2);
    await settle();
    expect(shown().map(({ id }) => id)).toEqual(['3', '2']);
    model.goToPage(1);
    await settle();
    expect(shown().map(({ id }) => id)).toEqual(['5', '4']);
    expect(requests).toHaveLength(2);
    now += 11 * 60 * 1000;
    model.goToPage(2);
    await settle();
    expect(requests).toHaveLength(3);
  });

  it('begins at page 1 again when the endpoint changes', async () => {
    const { model, requests, clients, client } = await load({ pageSize: 2 });
    model.goToPage(2);
    await settle();
    clients.value = client();
    await settle();
    expect(model.state.value).toMatchObject({ status: 'ready', data: { page: 1 } });
    expect(requests).toHaveLength(3);
  });

  it('grows with "Show more"', async () => {
    const { model, requests, shown } = await load({ pageSize: 2, pagination: 'more' });
    model.goToPage(2);
    await settle();
    expect(shown().map(({ id }) => id)).toEqual(['5', '4', '3', '2']);
    expect(requests).toHaveLength(2);
  });

  it.each([null, '', 'abc', '0', '-4'])('is no request for the offer %j', async (offer) => {
    const { model, requests } = await load({ offer });
    expect(model.state.value).toMatchObject({ status: 'error', error: { code: 'validation' } });
    expect(requests).toHaveLength(0);
  });

  it('is empty without files', async () => {
    answer = () => [];
    expect((await load()).model.state.value.status).toBe('empty');
  });

  it('says what to allow where the proxy refuses', async () => {
    answer = () => {
      throw new ApiError('permission', 'Refused.');
    };
    const { error } = (await load()).model.state.value;
    expect(error?.code).toBe('permission');
    expect(error?.hint).toContain('Affiliate_OfferFile::findAll to HASOFFERS_ALLOW');
  });

  it('has every type where the attribute names none', async () => {
    const { requests } = await load({ types: [] });
    expect(requests[0]?.params).toMatchObject({ filters: { type: { length: 5 } } });
  });

  it('of another offer never shows the one before', async () => {
    const { model, change, shown } = await load();
    answer = () => new Promise(() => {});
    await change({ offer: '5' });
    expect(model.state.value.status).toBe('loading');
    expect(shown()).toEqual([]);
  });
});

describe('the filters', () => {
  it('narrow the request, and begin at page 1 again', async () => {
    const { model, requests } = await load({ pageSize: 2, types: ['image', 'html'], sizes: ['300x250', '728x90'] });
    model.goToPage(2);
    await settle();
    model.setFilters({ type: 'html', size: '728x90' });
    await settle();
    expect(requests.at(-1)?.params).toMatchObject({
      page: 1,
      filters: { type: ['html ad'], width: [728], height: [90] },
    });
    model.setFilters({ type: '', size: '' });
    await settle();
    expect(requests).toHaveLength(3);
  });

  it('offer the sizes of the attribute, else each that was seen, once', async () => {
    const { model, change } = await load({ pageSize: 2 });
    expect(model.sizes.value).toEqual([{ width: 300, height: 250 }]);
    model.goToPage(2);
    await settle();
    expect(model.sizes.value.map(({ width }) => width)).toEqual([300, 728]);
    await change({ sizes: ['160x600', '88x31'] });
    expect(model.sizes.value.map(({ width }) => width)).toEqual([88, 160]);
    await change({ sizes: [], offer: '6' });
    expect(model.sizes.value).toEqual([{ width: 300, height: 250 }]);
  });

  it('end with the offer', async () => {
    const { model, change } = await load();
    model.setFilters({ type: 'image' });
    await change({ offer: '6' });
    expect(model.filters.value).toMatchObject({ type: '', size: '' });
  });
});

describe('a code', () => {
  it('takes one link, which names the creative, however often it is wanted', async () => {
    const { model, links, first } = await load({ affSub: 'blog', affSource: '' });
    expect(links()).toEqual([]);
    const codes = await Promise.all([model.createCode(first()), model.createCode(first())]);
    expect(codes[0]).toContain('href="https://go.example/aff_c?offer_id=4&amp;s=blog"');
    expect(codes[1]).toBe(codes[0]);
    expect(await model.createCode(first())).toBe(codes[0]);
    expect(links()).toEqual([{ offer_id: '4', params: { aff_sub: 'blog', file_id: first().id } }]);
    expect(model.codes.value).toEqual({ [first().id]: { status: 'ready', text: codes[0] } });
  });

  it('changes its form without a request', async () => {
    const { model, links, first } = await load({ code: ['html', 'markdown', 'url'] });
    await model.createCode(first());
    model.setFormat('url');
    expect(model.codes.value[first().id]).toEqual({ status: 'ready', text: 'https://go.example/aff_c?offer_id=4&s=' });
    model.setFormat('markdown');
    expect(model.codes.value[first().id]).toMatchObject({ text: expect.stringMatching(/^\[!\[/) });
    expect(links()).toHaveLength(1);
  });

  it('has the first form unless the visitor chose one that there is', async () => {
    const { model, change } = await load({ code: ['markdown', 'url'] });
    expect(model.format.value).toBe('markdown');
    model.setFormat('url');
    expect(model.format.value).toBe('url');
    await change({ code: ['html'] });
    expect(model.format.value).toBe('html');
    await change({ code: [] });
    expect(model.format.value).toBe('html');
  });

  it('is forgotten with other sub-ids, another offer and another account', async () => {
    const { model, links, first, change, clients, client } = await load({ affSub: 'a' });
    await model.createCode(first());
    await change({ affSub: 'b' });
    expect(model.codes.value).toEqual({});
    expect(await model.createCode(first())).toContain('s=b');
    clients.value = client();
    await settle();
    expect(model.codes.value).toEqual({});
    await model.createCode(first());
    expect(links()).toHaveLength(3);
  });

  it('that comes too late is not shown', async () => {
    const { model, first, change } = await load({ affSub: 'a' });
    let respond = (_: unknown) => {};
    answer = () => new Promise((resolve) => (respond = resolve));
    const code = model.createCode(first());
    await settle();
    expect(model.codes.value[first().id]?.status).toBe('loading');
    await change({ affSub: 'b' });
    respond({ click_url: 'https://go.example/a' });
    await code;
    expect(model.codes.value).toEqual({});
  });

  it.each([
    ['not-found', () => []],
    ['invalid-response', () => ({ click_url: 'javascript:alert(1)' })],
    [
      'timeout',
      () => {
        throw new ApiError('timeout', '');
      },
    ],
  ] as const)('that there is not is an error, %s, and can be tried again', async (code, broken) => {
    const { model, first } = await load();
    answer = broken;
    expect(await model.createCode(first())).toBeNull();
    expect(model.codes.value[first().id]).toMatchObject({ status: 'error', error: { code } });
    answer = linkTo;
    expect(await model.createCode(first())).toContain('<a href');
    expect(model.codes.value[first().id]?.status).toBe('ready');
  });
});
