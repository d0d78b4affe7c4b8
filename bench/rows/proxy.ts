import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import autocannon, { type Options } from 'autocannon';
import { type Row, toFigureRow, toRatioRow } from '../report.js';
import { inTurns } from '../statistics.js';

const part = 'proxy';
const rounds = { atLeast: 5, atMost: 5, seconds: 20 };
const seconds = 1;
const connections = 32;
const burst = 500;

/** As a browser on another site sends them. */
const headers = { origin: 'https://site.example', 'sec-fetch-site': 'cross-site', accept: 'application/json' };

/** Requests over connections that send the next one as soon as they are served. @throws Error if any fails */
async function send(port: number, query: string, options: Pick<Options, 'connections' | 'duration' | 'amount'>) {
  const url = `http://127.0.0.1:${port}/?Target=Affiliate_Offer&Method=findAll&limit=60${query}`;
  const result = await autocannon({ url, headers, ...options });
  if (result.non2xx || result.errors)
    throw new Error(`${result.non2xx} of ${url} failed, ${result.errors} had no response.`);
  return result;
}

/** Responses per second. */
async function measureRate(port: number): Promise<number> {
  const { requests, duration } = await send(port, '', { connections, duration: seconds });
  return requests.total / duration;
}

/** The proxy that ships against a bare server that sends the same bytes, both in one process of their own. */
export async function measureProxy(): Promise<Row[]> {
  const script = fileURLToPath(new URL('../proxy-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ports = await new Promise<{ proxy: number; bare: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The proxy's server ended with ${code}.`)));
    child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString())));
  });
  const readCalls = async () => Number(await (await fetch(`http://127.0.0.1:${ports.bare}/calls`)).text());
  const rates = await inTurns(
    rounds,
    () => measureRate(ports.proxy),
    () => measureRate(ports.bare),
  );
  let calls = 0;
  for (let round = 0; round < rounds.atLeast; round += 1) {
    const before = await readCalls();
    // A page that no request before had.
    await send(ports.proxy, `&filters[name][LIKE]=%25${round}%25&page=7`, { connections: burst, amount: burst });
    calls = Math.max(calls, (await readCalls()) - before);
  }
  child.stdin.end();
  return [
    toRatioRow({ part, what: 'cached answer of 20 kB', unit: '/s', against: 'bare node:http', atLeast: 0.5 }, rates),
    toFigureRow({ part, what: `${burst} equal requests at once: upstream calls`, unit: '', atMost: 1 }, calls),
  ];
}
