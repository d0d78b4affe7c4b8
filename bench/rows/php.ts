import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startTestOrigin, testKey } from '../../proxy/fixtures/origin.js';
import { hasPhp, runPhp } from '../../proxy/fixtures/php.js';
import { makeFolder, type Running } from '../../proxy/fixtures/programs.js';
import { type Row, toFigureRow } from '../report.js';
import { mostWithin } from './upstream.js';

const part = 'php';
const clients = 200;
const workers = 8;
const loadDuration = 20_000;
const killInterval = 1000;
/** Longer than the network's ten seconds, see proxy/core/budget.ts. */
const windowLength = 10_000;
const find = 'Target=Affiliate_Offer&Method=findAll';

interface Reply {
  readonly status: number;
  readonly text: string;
}

/** `undefined`: the process that was answering was killed. */
function send(url: string, query: string, agent: Agent): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const sent = request(`${url}/?${query}`, { agent, timeout: 10_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', () => resolve(undefined));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end();
  });
}

function isWhole({ text }: Reply): boolean {
  try {
    return JSON.parse(text).response !== undefined;
  } catch {
    return false;
  }
}

/** Kills one of the processes that answer, not the one that started them. */
function killWorker(running: Running): void {
  const [, ...children] = execFileSync('ps', ['-o', 'pid=', '--sort=pid', '-g', String(running.pid)], {
    encoding: 'utf8',
  })
    .trim()
    .split(/\s+/)
    .map(Number);
  const victim = children[Math.floor(Math.random() * children.length)];
  if (victim !== undefined) process.kill(victim, 'SIGKILL');
}

/** The proxy for PHP under load, while processes are killed: calls to the network, and what clients get. */
export async function measurePhp(): Promise<Row[]> {
  if (!hasPhp) return [];
  const origin = await startTestOrigin();
  origin.delay = 50;
  const folder = makeFolder('php-bench');
  const variables = {
    HASOFFERS_NETWORK_ID: 'demo',
    HASOFFERS_API_KEY: testKey,
    HASOFFERS_UPSTREAM: origin.url,
    HASOFFERS_CLIENT_LIMIT: '0',
    HASOFFERS_STORAGE: folder,
  };
  let running = await runPhp(variables, { workers });
  const agent = new Agent({ keepAlive: false, maxSockets: clients });
  const end = performance.now() + loadDuration;
  let requests = 0;
  let broken = 0;
  let failed = 0;
  let kills = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      requests += 1;
      // Nine of ten want one of 20 pages, the others something new.
      const query = requests % 10 ? `${find}&page=${1 + (requests % 20)}` : `${find}&filters[name]=n${requests}`;
      const reply = await send(running.url, query, agent);
      if (reply !== undefined && !isWhole(reply)) broken += 1;
      if (reply !== undefined && reply.status >= 500 && reply.status !== 503) failed += 1;
    }
  };
  const killer = async (): Promise<void> => {
    while (performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, killInterval));
      killWorker(running);
      kills += 1;
      // PHP's server starts no new process for one that died.
      if (kills % (workers - 2) === 0) {
        const before = running;
        running = await runPhp(variables, { workers });
        await before.stop();
      }
    }
  };
  await Promise.all([...Array.from({ length: clients }, client), killer()]);
  const known = origin.calls.filter((call) => call.has('page') && !call.has('filters[name]')).length;
  await running.stop();
  await origin.close();
  rmSync(folder, { recursive: true });
  if (requests < 1000 || origin.calls.length < 20) throw new Error(`${requests} requests: no load.`);
  const load = `${clients} clients on ${workers} processes, 20 s, ${kills} killed`;
  const row = (what: string, atMost: number, figure: number): Row =>
    toFigureRow({ part, what, unit: '', atMost }, figure);
  return [
    row(
      `${load}: calls in any 10 s, of ${requests.toLocaleString('en')} requests`,
      40,
      mostWithin(origin.times, windowLength),
    ),
    row(
      'calls for 20 pages that many want at once, beyond one for each and one for each kill',
      0,
      Math.max(0, known - 20 - kills),
    ),
    row('answers that are not whole', 0, broken),
    row('errors other than a used up budget', 0, failed),
  ];
}
