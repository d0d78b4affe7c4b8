import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleKeys } from '../sample-network/keys.js';
import { type SampleNetwork, startSampleNetwork } from '../sample-network/network.js';
import { type Report, runCheck } from './check.js';
import type { CheckName } from './findings.js';
import { faultyProxies } from './fixtures/faulty-proxies.js';
import {
  changeResponses,
  createFilteringProxy,
  createNaiveProxy,
  createShippedProxy,
  createSignedInProxy,
  type Handler,
  type Served,
  serve,
  site,
  toRequest,
  withBody,
  withHeaders,
} from './fixtures/proxies.js';
import { toJson, toText } from './report.js';

let network: SampleNetwork;
let served: Served | undefined;

beforeAll(async () => {
  network = await startSampleNetwork();
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  network.reset();
});
afterAll(() => network.close());

/** A clock by which every response takes the same time, however busy this machine is. */
const createEvenClock = (): (() => number) => {
  let time = 0;
  return () => {
    time += 5;
    return time;
  };
};
const realClock = () => performance.now();

async function check(handler: Handler, { timeout = 5000, now = createEvenClock() } = {}): Promise<Report> {
  served = await serve(handler);
  const report = await runCheck({ endpoint: served.url, origin: site, timeout, fetch, now });
  for (const text of [toText(report), toJson(report)]) expect(text).not.toMatch(/fa4e/);
  for (const { level, hint } of report.findings) if (level === 'problem') expect(hint).toMatch(/\w{3}/);
  return report;
}

const problems = ({ findings }: Report): CheckName[] => [
  ...new Set(findings.filter(({ level }) => level === 'problem').map(({ check: name }) => name)),
];

function expectProblem(report: Report, name: CheckName, message: RegExp, hint: RegExp): void {
  expect(report.ok).toBe(false);
  const found = report.findings.filter(({ check: from, level }) => from === name && level === 'problem');
  expect(found.map((finding) => finding.message).join('\n')).toMatch(message);
  expect(found.map((finding) => finding.hint).join('\n')).toMatch(hint);
}

it('finds no problem in the proxy that ships here', async () => {
  const ours = createShippedProxy(network);
  const report = await check((query, request) => ours(toRequest(query, request)));
  expect(report.findings.map(({ check: name, level, message }) => [name, level, message])).toEqual(
    report.findings.map(({ check: name, message }) => [name, 'ok', message]),
  );
  expect(problems(report)).toEqual([]);
  const names = new Set(report.findings.map(({ check: name }) => name));
  expect([...names].sort()).toEqual([
    'cache',
    'key',
    'leak',
    'methods',
    'origin',
    'parameters',
    'pictures',
    'reachable',
    'signed-in',
    'time',
  ]);
  expect(toText(report)).toContain(`img-src ${network.url}`);
});

it('finds that the naive proxy gives the key to everybody', async () => {
  const report = await check(createNaiveProxy(network));
  expectProblem(report, 'leak', /THE API KEY IS IN THE RESPONSES/, /replace the key/);
  expect(problems(report)).toEqual(expect.arrayContaining(['leak', 'methods', 'origin', 'cache', 'parameters']));
});

it('never sends a method that writes, not even to a proxy that forwards everything', async () => {
  await check(createNaiveProxy(network));
  await served?.close();
  await check(createFilteringProxy(network, () => true));
  const called = new Set(network.calls.map(({ target, method }) => `${target}::${method}`));
  expect([...called].sort()).toEqual([
    'Affiliate_Affiliate::getAccountManager',
    'Affiliate_Affiliate::updateHasoffersWidgetsCheck',
    'Affiliate_AffiliateBilling::findAllInvoices',
    'Affiliate_AffiliateUser::findAll',
    'Affiliate_ApiKey::getUserApiKey',
    'Affiliate_Offer::findAll',
    'Affiliate_Report::getStats',
  ]);
});

it('finds no problem in the proxy that ships here with a signed-in scope', async () => {
  const proxy = createSignedInProxy(network);
  const report = await check((query, request) => proxy(toRequest(query, request)));
  expect(problems(report)).toEqual([]);
  expect(report.findings.filter(({ check: name }) => name === 'signed-in').map(({ level }) => level)).toEqual(['ok']);
});

it('does not request the key where the ids of users are given out already', async () => {
  const called: string[] = [];
  const report = await check(async (query) => {
    called.push(new URLSearchParams(query).get('Method') ?? '');
    const isReader = !/update/.test(query);
    return isReader ? Response.json({ response: { status: 1, data: [] } }) : new Response('', { status: 403 });
  });
  expectProblem(report, 'methods', /AffiliateUser::findAll/, /listed combinations/);
  expect(called).not.toContain('getUserApiKey');
});

it('stays far below the 50 calls that HasOffers allows in 10 seconds', async () => {
  const report = await check(createNaiveProxy(network));
  expect(report.requests).toBe(network.calls.length);
  expect(report.requests).toBeLessThan(15);
});

describe('finds the problem, and gives a hint', () => {
  it.each(faultyProxies)('%s', async (name, checkName, message, hint, make) => {
    const timeout = name === 'no response in time' ? 300 : 5000;
    const report = await check(make(network), { timeout, ...(name === 'slow' && { now: realClock }) });
    expectProblem(report, checkName, message, hint);
  });

  it('nothing listens', async () => {
    const { url, close } = await serve(async () => new Response(''));
    await close();
    const report = await runCheck({ endpoint: url, timeout: 1000, fetch, now: realClock });
    expectProblem(report, 'reachable', /ECONNREFUSED/, /Start the proxy/);
    expect(report.requests).toBe(1);
  });
});

it.each([
  ['of a rejected key, names the key', sampleKeys.rejected, /does not accept the API key/, /Copy the key again/],
  ['of the rate limit, does not call it used up', sampleKeys.throttled, /pauses after a failure/, /check again/],
])('in the pause after a failure %s', async (_, key, message, hint) => {
  const ours = createShippedProxy(network, { keys: [key] });
  const handler: Handler = (query, request) => ours(toRequest(query, request));
  await check(handler);
  await served?.close();
  expectProblem(await check(handler), 'key', message, hint);
});

it('ignores a masked key', async () => {
  const ours = createShippedProxy(network);
  for (const mask of ['***', 'REDACTED', '[hidden]', '', 'fa4e***', 'xxxx']) {
    const edit = (body: string) => body.replace(/^\{/, `{"request":{"Version":"2","api_key":"${mask}"},`);
    const report = await check(changeResponses(ours, (reply) => withBody(reply, edit)));
    expect([mask, problems(report)]).toEqual([mask, []]);
    await served?.close();
  }
});

it.each([
  ['under its name, whatever it looks like', '","api_key":"secret-key-1'],
  ['in an error', `api_key ${'0a1B'.repeat(16)} is not authenticated`],
  ['in a URL', 'https:\\/\\/net.api.hasoffers.com\\/Apiv3\\/json?api_key=0123456789'],
  ['bare', '0f1e2d3c'.repeat(8)],
])('a key is found %s', async (_, text) => {
  const edit = (body: string) => body.replace(/^\{/, `{"trace":"${text}",`);
  const report = await check(changeResponses(createShippedProxy(network), (reply) => withBody(reply, edit)));
  expectProblem(report, 'leak', /getAccountManager/, /replace the key/);
  expect(toText(report) + toJson(report)).not.toContain(text.slice(-12));
});

it('reports a problem under one check only', async () => {
  const ours = createShippedProxy(network);
  const cors = await check(
    changeResponses(ours, async (reply) => withHeaders(reply, { 'access-control-allow-origin': undefined })),
  );
  expect(problems(cors)).toEqual(['origin']);
  await served?.close();
  const pictures = await check(
    changeResponses(createShippedProxy(network), (reply) =>
      withBody(reply, (body) => body.replaceAll(/127\.0\.0\.1:\d+/g, 'pictures.example')),
    ),
  );
  expect(problems(pictures)).toEqual(['pictures']);
});
