import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors.js';
import type { ApiClient } from '../api/request.js';
import { createLinkResolver } from './link-resolver.js';

const refused = new ApiError('upstream', 'No.');

/** An account: its links are known by its name, and what was asked of it is kept. */
function createAccount(
  name: string,
  answer = (id: string): unknown => ({ click_url: `http://go.example/${name}/${id}` }),
) {
  const asked: string[] = [];
  const client: ApiClient = {
    async send(request) {
      const id = String((request.params as { offer_id?: unknown }).offer_id);
      asked.push(id);
      const data = await answer(id);
      if (data instanceof Error) throw data;
      return request.decode(data);
    },
  };
  return { client, asked };
}

function setUp() {
  const one = createAccount('one');
  const two = createAccount('two');
  const client = signal(one.client);
  return { one, two, client, links: createLinkResolver(() => client.value) };
}

describe('the link of an offer', () => {
  it('is requested once', async () => {
    const { one, links } = setUp();
    const both = await Promise.all([links.resolve({ id: '1' }), links.resolve({ id: '1' })]);
    expect([...both, await links.resolve({ id: '1' })]).toEqual(Array(3).fill('http://go.example/one/1'));
    expect(one.asked).toEqual(['1']);
  });

  it('is requested again after a failure', async () => {
    let isDown = true;
    const account = createAccount('one', (id) => (isDown ? refused : { click_url: `http://go.example/${id}` }));
    const links = createLinkResolver(() => account.client);
    expect(await links.resolve({ id: '1' })).toBeNull();
    isDown = false;
    expect(await links.resolve({ id: '1' })).toBe('http://go.example/1');
    expect(links.resolved.value).toEqual({ 1: 'http://go.example/1' });
  });
});

describe('after the endpoint has changed', () => {
  it('no link of the other account is there', async () => {
    const { two, client, links } = setUp();
    await links.resolve({ id: '1' });
    client.value = two.client;
    expect(links.resolved.value).toEqual({});
  });

  it('requests a link again', async () => {
    const { two, client, links } = setUp();
    await links.resolve({ id: '1' });
    client.value = two.client;
    expect(await links.resolve({ id: '1' })).toBe('http://go.example/two/1');
    expect(links.resolved.value).toEqual({ 1: 'http://go.example/two/1' });
  });

  it('a late response for the other account is not stored', async () => {
    let answerLate = (_: unknown) => {};
    const late = createAccount('late', () => new Promise((resolve) => (answerLate = resolve)));
    const { two, client, links } = setUp();
    client.value = late.client;
    const first = links.resolve({ id: '1' });
    client.value = two.client;
    const second = links.resolve({ id: '1' });
    answerLate({ click_url: 'http://go.example/late/1' });
    await Promise.all([first, second]);
    expect(links.resolved.value).toEqual({ 1: 'http://go.example/two/1' });
    expect(await links.resolve({ id: '1' })).toBe('http://go.example/two/1');
  });

  it('a late response for the other account is not shown without a new request', async () => {
    let answerLate = (_: unknown) => {};
    const late = createAccount('late', () => new Promise((resolve) => (answerLate = resolve)));
    const { two, client, links } = setUp();
    client.value = late.client;
    const first = links.resolve({ id: '1' });
    client.value = two.client;
    answerLate({ click_url: 'http://go.example/late/1' });
    await first;
    expect(links.resolved.value).toEqual({});
    expect(await links.resolve({ id: '1' })).toBe('http://go.example/two/1');
  });

  it('a failure of the other account is no failure of this one', async () => {
    const broken = createAccount('broken', () => refused);
    const { two, client, links } = setUp();
    client.value = broken.client;
    expect(await links.resolve({ id: '1' })).toBeNull();
    client.value = two.client;
    expect(links.resolved.value).toEqual({});
    expect(await links.resolve({ id: '1' })).toBe('http://go.example/two/1');
  });

  it('and changed back, nothing of another account is shown', async () => {
    const { one, two, client, links } = setUp();
    await links.resolve({ id: '1' });
    client.value = two.client;
    await links.resolve({ id: '2' });
    client.value = one.client;
    expect(links.resolved.value).toEqual({});
    expect(await links.resolve({ id: '2' })).toBe('http://go.example/one/2');
  });
});
