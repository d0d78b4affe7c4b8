import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRecorder } from '../fixtures/leaks.js';
import { startTestOrigin, testKey } from '../fixtures/origin.js';
import { find, send } from '../fixtures/proxy.js';

const main = fileURLToPath(new URL('node-main.ts', import.meta.url));

function run(variables: Record<string, string>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env: { PATH, ...variables } });
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  return { child, output, exit: once(child, 'exit').then(([code]) => code as number) };
}

it('starts, prints its URL first, serves, and lets a response in flight finish on SIGTERM', async () => {
  const origin = await startTestOrigin();
  origin.delay = 300;
  const variables = {
    HASOFFERS_NETWORK_ID: 'demo',
    HASOFFERS_API_KEY: testKey,
    HASOFFERS_UPSTREAM: origin.url,
    PORT: '0',
  };
  const { child, output, exit } = run(variables);
  const recorder = createRecorder();
  await expect.poll(() => output.out, { timeout: 10_000 }).toContain('\n');
  const url = /^.*(http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(output.out)?.[1] ?? '';
  expect((await send(url, '/health').then(recorder.record)).status).toBe(200);
  const underWay = send(url, `/?${find}`).then(recorder.record);
  await expect.poll(() => origin.calls.length).toBe(1);
  child.kill('SIGTERM');
  expect((await underWay).status).toBe(200);
  expect(await exit).toBe(0);
  await expect(send(url, '/health')).rejects.toThrow();
  recorder.texts.push(output.out, output.err);
  recorder.expectNoKey();
  await origin.close();
}, 20_000);

it('does not start without its configuration, and reports every problem at once', async () => {
  const { output, exit } = run({ HASOFFERS_API_KEY: `${testKey} ${testKey}`, PORT: 'x' });
  expect(await exit).toBe(1);
  expect(output.out).toBe('');
  for (const name of ['HASOFFERS_NETWORK_ID', 'HASOFFERS_API_KEY', 'PORT']) expect(output.err).toContain(`- ${name} `);
  expect(output.err).not.toContain(testKey);
}, 20_000);
