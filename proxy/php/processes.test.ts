import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secondKey, startTestOrigin, type TestOrigin, testKey } from '../fixtures/origin.js';
import { hasCurl, hasPhp, php, runPhp } from '../fixtures/php.js';
import { expectNoWarning, startTestPhpProxy } from '../fixtures/php-proxy.js';
import { makeFolder, type Running, runProgram, runScript } from '../fixtures/programs.js';
import { find, send, type TestProxy } from '../fixtures/proxy.js';
import { worstWindow } from '../fixtures/worst-window.js';

const folder = makeFolder('php-processes');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (number: number): string => `${find}&page=${number}`;
const many = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
  [...new Array(count).keys()].map(make);

describe.skipIf(!hasCurl)('processes of PHP share', () => {
  let proxy: TestProxy;

  afterEach(() => proxy.close());

  it('one call for 40 equal requests at the same time', async () => {
    proxy = await startTestPhpProxy();
    proxy.origin.delay = 300;
    const responses = await Promise.all(many(40, () => proxy.requestQuery(page(1))));
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
    expect(proxy.origin.calls.length).toBe(1);
  });

  it('the error of a call that others have waited for', async () => {
    proxy = await startTestPhpProxy();
    proxy.origin.delay = 300;
    proxy.origin.fault = 'html';
    const responses = await Promise.all(many(10, () => proxy.requestQuery(page(1))));
    expect(responses.map(({ code }) => code)).toEqual(responses.map(() => 'UPSTREAM_INVALID_RESPONSE'));
    expect(proxy.origin.calls.length).toBe(1);
  });

  it('the budget: of 60 new queries at once, three quarters of 8 are sent', async () => {
    proxy = await startTestPhpProxy({ upstreamBudget: 8, clientLimit: 0 });
    const responses = await Promise.all(many(60, (index) => proxy.requestQuery(page(index + 1))));
    expect(responses.filter(({ status }) => status === 200).length).toBe(6);
    expect(responses.filter(({ code }) => code === 'BUDGET_EXHAUSTED').length).toBe(54);
    for (const { status, headers } of responses)
      expect([status, Number(headers.get('retry-after')) > 0]).toEqual([status, status === 503]);
    expect(worstWindow(proxy.origin.times)).toBe(6);
    proxy.advance(11);
    expect((await proxy.requestQuery(page(60))).status).toBe(200);
  });

  it('the limit of a client', async () => {
    proxy = await startTestPhpProxy({ clientLimit: 20 });
    const responses = await Promise.all(many(50, () => proxy.requestQuery(page(1))));
    expect(responses.filter(({ status }) => status === 200).length).toBe(20);
    expect(responses.filter(({ code }) => code === 'CLIENT_LIMIT').length).toBe(30);
    proxy.advance(121);
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
  });
});

describe.skipIf(!hasCurl)('key rotation on PHP', () => {
  let proxy: TestProxy;

  afterEach(() => proxy.close());

  it('replaces a rejected key by the next one within the same request, and all processes use that', async () => {
    proxy = await startTestPhpProxy({ keys: [testKey, secondKey] });
    proxy.origin.deadKeys.add(testKey);
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
    expect(await proxy.health()).toMatchObject({ keyInUse: 2, status: 'ok' });
    const more = await Promise.all(many(6, (index) => proxy.requestQuery(page(index + 2))));
    expect(more.map(({ status }) => status)).toEqual(more.map(() => 200));
    expect(proxy.origin.calls.map((call) => call.get('api_key') === testKey)).toEqual([true, ...many(7, () => false)]);
    const rejected = () => proxy.recorder.lines.filter(({ event }) => event === 'key-rejected');
    await expect.poll(rejected, { timeout: 10_000 }).toMatchObject([{ position: 1 }]);
  });

  it('tries each rejected key again with one call after a pause that grows, and serves what it has', async () => {
    proxy = await startTestPhpProxy();
    const good = await proxy.requestQuery(page(3));
    proxy.origin.fault = 'auth';
    proxy.origin.calls.length = 0;
    const callsAt: number[] = [];
    for (let second = 0; second < 480; second += 20) {
      const before = proxy.origin.calls.length;
      await proxy.requestQuery(page(1));
      if (proxy.origin.calls.length > before) callsAt.push(second);
      if (second === 40) {
        expect((await proxy.requestQuery(page(1))).code).toBe('KEYS_REJECTED');
        expect(await proxy.health()).toMatchObject({ status: 'degraded', keyInUse: null });
        expect((await proxy.requestQuery(page(3))).text).toBe(good.text);
      }
      proxy.advance(20);
    }
    expect(callsAt).toEqual([0, 60, 180, 420]);
    proxy.origin.fault = 'ok';
    proxy.advance(700);
    expect((await proxy.requestQuery(page(1))).status).toBe(200);
    expect(await proxy.health()).toMatchObject({ status: 'ok', keyInUse: 1 });
    const events = () => proxy.recorder.lines.map(({ event }) => event);
    await expect.poll(events, { timeout: 10_000 }).toContain('keys-accepted');
    expect(events().filter((event) => event === 'keys-rejected')).toHaveLength(1);
  });
});

describe.skipIf(!hasPhp)('a key file on PHP', () => {
  let origin: TestOrigin;
  let running: Running;
  const keyFile = join(folder, 'key');

  beforeEach(async () => {
    origin = await startTestOrigin();
    writeFileSync(keyFile, testKey);
    running = await runPhp({
      HASOFFERS_NETWORK_ID: 'demo',
      HASOFFERS_API_KEY_FILE: keyFile,
      HASOFFERS_UPSTREAM: origin.url,
    });
  });
  afterEach(async () => {
    await running.stop();
    await origin.close();
    expectNoWarning(running.output());
    expect(running.output()).not.toContain(testKey);
  });

  const status = async (number: number): Promise<number> => (await send(running.url, `/?${page(number)}`)).status;

  it('that changes takes effect at once; while it is malformed or gone, cached responses are served', async () => {
    expect(await status(1)).toBe(200);
    writeFileSync(keyFile, `${secondKey}\r\n`);
    origin.deadKeys.add(testKey);
    expect(await status(2)).toBe(200);
    expect(origin.calls.at(-1)?.get('api_key') === secondKey).toBe(true);
    writeFileSync(keyFile, 'not a key!');
    expect([await status(1), await status(3)]).toEqual([200, 503]);
    rmSync(keyFile);
    expect([await status(2), await status(4)]).toEqual([200, 503]);
    await expect.poll(running.output, { timeout: 10_000 }).toContain('key-file-unusable');
    writeFileSync(keyFile, secondKey);
    expect(await status(5)).toBe(200);
  });
});

describe.skipIf(!hasPhp)('a process of PHP that is killed', () => {
  it('while it waits for HasOffers keeps nobody else from asking', async () => {
    const origin = await startTestOrigin();
    const storage = join(folder, 'killed');
    const variables = {
      HASOFFERS_NETWORK_ID: 'demo',
      HASOFFERS_API_KEY: testKey,
      HASOFFERS_UPSTREAM: origin.url,
      HASOFFERS_STORAGE: storage,
    };
    origin.fault = 'hang';
    const first = await runPhp(variables);
    const lost = send(first.url, `/?${page(1)}`).catch(() => undefined);
    await expect.poll(() => origin.calls.length, { timeout: 10_000 }).toBe(1);
    await first.stop(); // SIGKILL
    await lost;
    origin.fault = 'ok';
    const second = await runPhp(variables);
    expect((await send(second.url, `/?${page(1)}`)).status).toBe(200);
    expect(origin.calls.length).toBe(2);
    await second.stop();
    await origin.close();
  });

  it('while it writes leaves the file as it was, or the new one, never half of one', async () => {
    const script = fileURLToPath(new URL('../fixtures/php/write.php', import.meta.url));
    const storage = join(folder, 'written');
    for (let round = 0; round < 8; round += 1) {
      const writer = await runProgram([php, script], { STORAGE: storage });
      await writer.stop(); // SIGKILL, in the middle of writing a megabyte again and again
      const text = readFileSync(join(storage, 'cache', 'big'), 'utf8');
      expect(text).toMatch(/^(\d)\1+$/);
      expect(text.length).toBe(1_000_000);
      const state = readFileSync(join(storage, 'state.json'), 'utf8');
      expect(JSON.parse(state)).toEqual({ number: expect.any(Number), same: JSON.parse(state).number });
    }
    // What was half written lies beside, until it is an hour old.
    for (const [name, age] of [
      ['new-old', 7200],
      ['new-now', 0],
    ] as const) {
      writeFileSync(join(storage, name), 'half');
      const time = Date.now() / 1000 - age;
      utimesSync(join(storage, name), time, time);
    }
    const { stdout } = await runScript(php, [script, 'prune'], { variables: { STORAGE: storage } });
    expect(stdout).toBe('pruned\n');
    expect([existsSync(join(storage, 'new-old')), existsSync(join(storage, 'new-now'))]).toEqual([false, true]);
  });
});
