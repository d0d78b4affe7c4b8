import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../../scripts/programs.js';
import { testKey } from '../fixtures/origin.js';
import { hasCurl, hasPhp, runPhp } from '../fixtures/php.js';
import { makeFolder } from '../fixtures/programs.js';
import { find, send } from '../fixtures/proxy.js';

const openssl = findProgram(['openssl']);
const folder = makeFolder('php-tls');
const certificate = join(folder, 'certificate.pem');

/** The key travels in the URL, so whoever could stand in for HasOffers would have it. */
describe.skipIf(!hasPhp || openssl === undefined)('HasOffers over HTTPS', () => {
  const received: string[] = [];
  let server: ReturnType<typeof createServer>;
  let upstream = '';

  beforeAll(async () => {
    const key = join(folder, 'key.pem');
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const options = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      certificate,
    ];
    execFileSync(openssl ?? '', [...options, ...subject], { stdio: 'ignore' });
    server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      received.push(request.url ?? '');
      response.end('{"response":{"status":1,"data":[]}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    upstream = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const variables = () => ({ HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: testKey, HASOFFERS_UPSTREAM: upstream });

  it.skipIf(!hasCurl).each([
    ['by curl', false],
    ['by streams', true],
  ])('%s: sends nothing to a server with a certificate that is not trusted', async (_, bare) => {
    const running = await runPhp(variables(), { bare, workers: 1 });
    expect((await send(running.url, `/?${find}`)).status).toBe(502);
    expect(received).toEqual([]);
    await running.stop();
  });

  it.skipIf(!hasCurl).each([
    ['by curl', false],
    ['by streams', true],
  ])('%s: takes the answer of one that is trusted', async (_, bare) => {
    const settings = ['-d', `curl.cainfo=${certificate}`, '-d', `openssl.cafile=${certificate}`];
    const running = await runPhp(variables(), { bare, workers: 1, settings });
    expect((await send(running.url, `/?${find}`)).status).toBe(200);
    expect(received.splice(0).length).toBe(1);
    await running.stop();
  });
});
