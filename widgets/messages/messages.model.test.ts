import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { AccountMessage } from '../../shared/api/alerts.js';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient } from '../../shared/api/request.js';
import type { CommonAttributes } from '../../shared/element/common-attributes.js';
import { createMessagesModel } from './messages.model.js';
import type { MessagesAttributes } from './messages.types.js';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
const alert = (id: number, datetime = '2026-07-01 07:00:00') => ({ Alert: { id: `${id}`, title: `${id}`, datetime } });
const many = Array.from({ length: 300 }, (_, index) => alert(index + 1));

/** A model on a network that answers with these `data` members, one after the other. */
async function start(answers: unknown[], attributes: Partial<MessagesAttributes> = {}) {
  const current = signal({ limit: 7, layout: 'list', since: null, ...attributes } as MessagesAttributes &
    CommonAttributes);
  let calls = 0;
  const client: ApiClient = {
    async send(request) {
      calls += 1;
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return request.decode(answer);
    },
  };
  const model = createMessagesModel({ attributes: current, client: () => client });
  model.start();
  await settled();
  const set = (change: Partial<MessagesAttributes>) => {
    current.value = { ...current.value, ...change };
  };
  return { model, set, calls: () => calls };
}

const ids = (messages: readonly AccountMessage[] | undefined) => messages?.map(({ id }) => id);

it('has as many as the limit says, newest first, and counts all', async () => {
  const { model } = await start([many], { limit: 3 });
  expect(model.state.value).toMatchObject({ status: 'ready', data: { count: 300 } });
  expect(ids(model.state.value.data?.messages)).toEqual(['300', '299', '298']);
});

it('shows more, or since another day, without a call', async () => {
  const { model, set, calls } = await start([[alert(1, '2026-06-01 12:00:00'), alert(2)]]);
  set({ since: '2026-07-01' });
  expect(model.state.value.data).toMatchObject({ count: 1, messages: [{ id: '2' }] });
  set({ since: null, limit: 1 });
  expect(model.state.value.data).toMatchObject({ count: 2, messages: [{ id: '2' }] });
  expect(calls()).toBe(1);
});

it('has the same state where what is shown does not depend on the attribute', async () => {
  const { model, set } = await start([many]);
  const before = model.state.value;
  set({ layout: 'badge' });
  expect(model.state.value).toBe(before);
});

it('begins the day where the visitor does, and keeps what has no time', async () => {
  const midnight = new Date(2026, 6, 1).toISOString().slice(0, 19).replace('T', ' ');
  const before = new Date(2026, 6, 1, 0, 0, -1).toISOString().slice(0, 19).replace('T', ' ');
  const { model } = await start([[alert(1, before), alert(2, midnight), alert(3, '')]], { since: '2026-07-01' });
  expect(ids(model.state.value.data?.messages)).toEqual(['3', '2']);
});

it.each([[[]], [false], [[alert(1, '2020-01-01 00:00:00')]]])('is empty with %j since a later day', async (data) => {
  const { model } = await start([data], { since: '2026-01-01' });
  expect(model.state.value).toMatchObject({ status: 'empty', data: { count: 0, messages: [] } });
});

it('keeps messages as stale when the refresh fails', async () => {
  const { model } = await start([many, new ApiError('network', 'No connection.')]);
  await model.refresh();
  expect(model.state.value).toMatchObject({ status: 'ready', error: { code: 'network' }, data: { count: 300 } });
});

it('has an error where nothing was loaded before', async () => {
  const { model } = await start(['maintenance']);
  expect(model.state.value).toMatchObject({ status: 'error', error: { code: 'invalid-response' } });
});
