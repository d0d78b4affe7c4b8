import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { attackHeaders, attacks, expectRefused, ignoredHeaders, plain, site } from '../fixtures/attacks.js';
import { createRecorder } from '../fixtures/leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from '../fixtures/origin.js';
import { makeFolder, type Running } from '../fixtures/programs.js';
import { send } from '../fixtures/proxy.js';
import { runtimes } from '../fixtures/runtimes.js';

// Generous, for busy machines; what must be quick is measured elsewhere.
vi.setConfig({ testTimeout: 30_000 });

/** The same requests on workerd, Deno, Bun and PHP as on Node (attacks.test.ts). */
const folder = makeFolder('runtimes');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(runtimes(folder))('$name', ({ name, isHere, start }) => {
  describe.skipIf(!isHere)('responds like the proxy on Node', () => {
    const recorder = createRecorder();
    let origin: TestOrigin;
    let running: Running;
    let variables: Record<string, string>;

    beforeAll(async () => {
      origin = await startTestOrigin();
      variables = {
        HASOFFERS_NETWORK_ID: 'demo',
        HASOFFERS_API_KEY: testKey,
        HASOFFERS_UPSTREAM: origin.url,
        HASOFFERS_ALLOWED_ORIGINS: site,
        HASOFFERS_CLIENT_LIMIT: '0',
      };
      running = await start(variables);
    }, 60_000);

    afterAll(async () => {
      recorder.texts.push(running.output());
      // The log was recorded too, else the search for the key would miss it.
      expect(recorder.texts.join()).toContain('"event":"upstream-failed"');
      await running.stop();
      await origin.close();
      recorder.expectNoKey();
    });

    it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
      const options = { ...attack.options, headers: attackHeaders(attack) };
      const callsBefore = origin.calls.length;
      expectRefused(await send(running.url, attack.target, options).then(recorder.record), attack);
      expect(origin.calls.length).toBe(callsBefore);
    });

    it('a good request: one call upstream, then from the cache, whatever the headers', async () => {
      const request = (headers: Record<string, string>) =>
        send(running.url, plain, { headers: { origin: site, ...headers } }).then(recorder.record);
      const first = await request({});
      expect(first.status).toBe(200);
      expect(first.envelope).toMatchObject({ status: 1, data: origin.data });
      expect(first.headers.get('access-control-allow-origin')).toBe(site);
      for (const headers of ignoredHeaders) {
        const again = await request(headers);
        expect([headers, again.status, again.text]).toEqual([headers, 200, first.text]);
      }
      const etag = first.headers.get('etag') ?? '';
      expect((await request({ 'if-none-match': etag })).status).toBe(304);
      expect(origin.calls.length).toBe(1);
    });

    it('20 equal requests at once are one call', async () => {
      origin.delay = 200;
      const before = origin.calls.length;
      const responses = await Promise.all(
        Array.from({ length: 20 }, () => send(running.url, `${plain}&page=7`).then(recorder.record)),
      );
      expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 200));
      expect(origin.calls.length - before).toBe(1);
      origin.delay = 0;
    });

    it.each(['500', 'reset', 'html', 'error-200', 'redirect', 'key-in-data', 'truncate'] as const)(
      'upstream %s: a clear error',
      async (fault) => {
        origin.fault = fault;
        const query = `${plain}&filters[name]=${fault}`;
        const response = await send(running.url, query).then(recorder.record);
        expect([fault, response.status, response.envelope.status]).toEqual([fault, 502, -1]);
        origin.fault = 'ok';
      },
    );

    if (name === 'workerd') {
      it('a new isolate finds the responses of the previous one in the Cache API', async () => {
        const first = await send(running.url, `${plain}&page=9`).then(recorder.record);
        recorder.texts.push(running.output());
        await running.stop();
        running = await start(variables);
        const callsBefore = origin.calls.length;
        const again = await send(running.url, `${plain}&page=9`).then(recorder.record);
        expect([again.status, again.text, again.headers.get('x-cache')]).toEqual([200, first.text, 'HIT']);
        expect(origin.calls.length).toBe(callsBefore);
      });
    }

    it(`reports its health on ${name}`, async () => {
      const health = await send(running.url, '/health').then(recorder.record);
      expect(JSON.parse(health.text)).toMatchObject({ status: 'ok', keyInUse: 1 });
    });
  });
});
