import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ConfigurationError } from '../core/options.js';
import { secondKey, testKey } from '../fixtures/origin.js';
import { makeFolder } from '../fixtures/programs.js';
import { readConfig } from './node-config.js';

const folder = makeFolder('environment');
const file = join(folder, 'key');
writeFileSync(file, `${testKey}\n${secondKey}\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (variables: Record<string, string>) =>
  readConfig({ HASOFFERS_NETWORK_ID: 'demo', ...variables }, () => {});

it('reads keys from a file', async () => {
  const { options } = await read({ HASOFFERS_API_KEY_FILE: file });
  expect(options.keys).toBeUndefined();
  expect(options.readKeys?.()).toEqual([testKey, secondKey]);
});

it('creates a store with a budget from a Redis URL, and connects only when it is used', async () => {
  const { options } = await read({ HASOFFERS_API_KEY: testKey, HASOFFERS_REDIS_URL: 'redis://127.0.0.1:1' });
  expect(options.store?.takeCall).toBeTypeOf('function');
  expect((await read({ HASOFFERS_API_KEY: testKey })).options.store).toBeUndefined();
});

it('reports a bad key file and Redis URL together with all other problems', async () => {
  const bad = { HASOFFERS_API_KEY_FILE: join(folder, 'none'), HASOFFERS_REDIS_URL: 'http://x', PORT: 'x' };
  await expect(read(bad)).rejects.toThrow(ConfigurationError);
  await expect(read(bad)).rejects.toThrow(/HASOFFERS_API_KEY_FILE[\s\S]*HASOFFERS_REDIS_URL[\s\S]*PORT/);
});
