import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyFile } from '../adapters/key-file.js';
import { secondKey, testKey } from '../fixtures/origin.js';
import { find, startTestProxy } from '../fixtures/proxy.js';

const thirdKey = 'c0ffee11'.repeat(8);

function page(number: number): string {
  return `${find}&page=${number}`;
}

describe('two keys', () => {
  it('replaces a rejected key by the next one within the same request, and keeps using that', async () => {
    const proxy = await startTestProxy({ keys: [testKey, secondKey] });
    proxy.origin.deadKeys.add(testKey);
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
    expect(await proxy.health()).toMatchObject({ keyInUse: 2, status: 'ok' });
    proxy.advance(3600);
    for (let number = 2; number < 5; number += 1) await proxy.requestQuery(page(number));
    expect(proxy.origin.calls.map((call) => call.get('api_key') === testKey)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(proxy.recorder.lines.filter(({ event }) => event === 'key-rejected')).toMatchObject([{ position: 1 }]);
    await proxy.close();
  });

  it('concurrent requests that meet a rejected key all succeed', async () => {
    const proxy = await startTestProxy({ keys: [testKey, secondKey] });
    proxy.origin.deadKeys.add(testKey);
    const responses = await Promise.all(Array.from({ length: 12 }, (_, index) => proxy.requestQuery(page(index + 1))));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    await proxy.close();
  });
});

describe('when every key is rejected', () => {
  it('stops calling, serves cached responses, and logs once what to do', async () => {
    const proxy = await startTestProxy({ keys: [testKey, secondKey] });
    const good = await proxy.requestQuery(page(1));
    proxy.origin.fault = 'auth';
    expect(await proxy.requestQuery(page(2))).toMatchObject({ status: 502, code: 'UPSTREAM_AUTH' });
    const callsSoFar = proxy.origin.calls.length;
    expect(callsSoFar).toBe(3);
    for (let number = 3; number < 20; number += 1) {
      const refused = await proxy.requestQuery(page(number));
      expect(refused).toMatchObject({ status: 503, code: 'KEYS_REJECTED' });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(30);
    }
    proxy.advance(50 * 60);
    proxy.origin.calls.length = 0;
    expect((await proxy.requestQuery(page(1))).text).toBe(good.text);
    expect(await proxy.health()).toMatchObject({ status: 'degraded', keyInUse: null });
    const errors = proxy.recorder.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(/HASOFFERS_API_KEY.*HASOFFERS_API_KEY_FILE/);
    await proxy.close();
  });

  it('tries each again with one call after a pause of minutes, which grows', async () => {
    const proxy = await startTestProxy();
    proxy.origin.fault = 'auth';
    const callsAt: number[] = [];
    for (let second = 0; second < 1200; second += 10) {
      const before = proxy.origin.calls.length;
      await Promise.all([proxy.requestQuery(page(1)), proxy.requestQuery(page(2))]);
      if (proxy.origin.calls.length > before) callsAt.push(second, proxy.origin.calls.length - before);
      proxy.advance(10);
    }
    // Seconds and calls: both queries at first, then one probe each time.
    expect(callsAt).toEqual([0, 2, 60, 1, 180, 1, 420, 1, 900, 1]);
    proxy.origin.fault = 'ok';
    proxy.advance(700);
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
    expect(await proxy.health()).toMatchObject({ status: 'ok', keyInUse: 1 });
    expect(proxy.recorder.lines.some(({ event }) => event === 'keys-accepted')).toBe(true);
    await proxy.close();
  });
});

describe('a key file', () => {
  it('that changes takes effect without a restart, also when all keys were rejected', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-file-'));
    const path = join(folder, 'key');
    writeFileSync(path, `${testKey}\n`);
    let time = 0;
    const proxy = await startTestProxy({ readKeys: createKeyFile(path, { now: () => time, log: () => undefined }) });
    proxy.origin.deadKeys.add(testKey);
    expect((await proxy.requestQuery(page(1))).code).toBe('UPSTREAM_AUTH');
    writeFileSync(path, `${thirdKey}\r\n${secondKey}`);
    expect((await proxy.requestQuery(page(1))).code).toBe('KEYS_REJECTED'); // looked at once per second
    time += 1001;
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
    expect(proxy.origin.calls.at(-1)?.get('api_key') === thirdKey).toBe(true);
    proxy.recorder.expectNoKey(thirdKey);
    rmSync(folder, { recursive: true });
    await proxy.close();
  });

  it('that is gone or malformed leaves the last good keys in use, and is reported once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-file-'));
    const path = join(folder, 'key');
    writeFileSync(path, testKey);
    let time = 0;
    const messages: string[] = [];
    const read = createKeyFile(path, { now: () => time, log: ({ message }) => messages.push(message ?? '') });
    expect(read()).toEqual([testKey]);
    writeFileSync(path, 'not a key!');
    for (let round = 0; round < 3; round += 1) {
      time += 2000;
      expect(read()).toEqual([testKey]);
    }
    rmSync(folder, { recursive: true });
    for (let round = 0; round < 3; round += 1) {
      time += 2000;
      expect(read()).toEqual([testKey]);
    }
    expect(messages).toHaveLength(2);
    expect(messages.join()).not.toContain(folder);
  });
});

it('does not serve a cached response that holds a key configured later', async () => {
  let keys = [testKey];
  const proxy = await startTestProxy({ readKeys: () => keys });
  proxy.origin.data = { 12: { Offer: { id: '12', name: thirdKey } } };
  expect((await proxy.requestQuery(find)).status).toBe(200);
  proxy.recorder.texts.length = 0;
  keys = [thirdKey];
  expect((await proxy.requestQuery(find)).code).toBe('RESPONSE_BLOCKED');
  proxy.recorder.expectNoKey(thirdKey);
  await proxy.close();
});
