import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { otherSecret, tokenSecret } from '../fixtures/jwt.js';
import { createRecorder } from '../fixtures/leaks.js';
import { startTestOrigin, type TestOrigin, testKey } from '../fixtures/origin.js';
import { makeFolder, type Running } from '../fixtures/programs.js';
import { send } from '../fixtures/proxy.js';
import { runtimes } from '../fixtures/runtimes.js';
import { expectRule, signedInVariables } from '../fixtures/signed-in/rule.js';
import { signedInRules } from '../fixtures/signed-in/rules.js';

// Generous, for busy machines.
vi.setConfig({ testTimeout: 30_000 });

/** The signed-in scope on workerd, Deno, Bun and PHP as on Node (signed-in.test.ts), set up by variables. */
const folder = makeFolder('runtimes-signed-in');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(runtimes(folder))('$name', ({ isHere, start }) => {
  describe.skipIf(!isHere)('serves the signed-in scope as Node does', () => {
    const recorder = createRecorder();
    let origin: TestOrigin;
    let running: Running;

    beforeAll(async () => {
      origin = await startTestOrigin();
      running = await start({
        ...signedInVariables,
        HASOFFERS_NETWORK_ID: 'demo',
        HASOFFERS_API_KEY: testKey,
        HASOFFERS_UPSTREAM: origin.url,
        HASOFFERS_UPSTREAM_BUDGET: '1000',
        HASOFFERS_CLIENT_LIMIT: '0',
      });
    }, 60_000);

    afterAll(async () => {
      recorder.texts.push(running.output());
      await running.stop();
      await origin.close();
      recorder.expectNoKey(tokenSecret, otherSecret);
    });

    it.each(signedInRules.map((rule) => [rule.name, rule] as const))('%s', async (__, rule) => {
      const token = await rule.token?.();
      origin.data = rule.data ?? [];
      const callsBefore = origin.calls.length;
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const response = await send(running.url, `/?${rule.query}`, { headers }).then(recorder.record);
      await expectRule(rule, response, origin.calls.slice(callsBefore));
      if (token) expect(recorder.texts.filter((text) => text.includes(token))).toEqual([]);
    });
  });
});
