import { expect, it } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiClient } from '../../shared/api/request.js';
import { createAccountManagerModel } from './account-manager.model.js';

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A model on a network that answers with these `data` members, one after the other. */
function createModel(...answers: unknown[]) {
  const client: ApiClient = {
    async send(request) {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return request.decode(answer);
    },
  };
  return createAccountManagerModel({ client: () => client });
}

it('loads the manager', async () => {
  const model = createModel({ id: '4', first_name: 'Mara', last_name: 'Okafor' });
  model.start();
  await settled();
  expect(model.state.value).toMatchObject({ status: 'ready', data: { id: '4', name: 'Mara Okafor' } });
});

it('is empty, without an error, when no manager is assigned', async () => {
  const model = createModel(false);
  model.start();
  await settled();
  expect(model.state.value).toMatchObject({ status: 'empty', data: null });
});

it('shows a manager who is assigned later', async () => {
  const model = createModel(false, { id: '4', first_name: 'Mara' });
  model.start();
  await settled();
  await model.refresh();
  expect(model.state.value.status).toBe('ready');
});

it('distinguishes an invalid response from an empty one', async () => {
  const model = createModel('maintenance');
  model.start();
  await settled();
  expect(model.state.value).toMatchObject({ status: 'error', error: { code: 'invalid-response' } });
});

it('keeps an empty result as stale when the refresh fails', async () => {
  const model = createModel(false, new ApiError('network', 'No connection.'));
  model.start();
  await settled();
  await model.refresh();
  expect(model.state.value).toMatchObject({ status: 'empty', error: { code: 'network' } });
});
