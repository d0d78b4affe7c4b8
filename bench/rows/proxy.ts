import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Load, measureBurst, measureRate } from '../http-load.js';
import { type Row, toFigureRow, toRatioRow } from '../report.js';
import { inTurns } from '../statistics.js';

const part = 'proxy';
const rounds = { atLeast: 5, atMost: 5, seconds: 20 };
const seconds = 1;
const connections = 32;
const burst = 500;

let serial = 0;
/** Part of a query that no request before had. */
const unique = () => {
  serial += 1;
  return `&filters[name][LIKE]=%25${serial}%25`;
};

/** The proxy that ships against a bare server that sends the same bytes, both in one process of their own. */
export async function measureProxy(): Promise<Row[]> {
  const script = fileURLToPath(new URL('../proxy-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ports = await new Promise<{ proxy: number; bare: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The proxy's server ended with ${code}.`)));
    child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString())));
  });
  const readCalls = async () => Number(await (await fetch(`http://127.0.0.1:${ports.bare}/calls`)).text());
  const load = (port: number): Load => ({ port, connections });
  const rates = await inTurns(
    rounds,
    () => measureRate(load(ports.proxy), seconds),
    () => measureRate(load(ports.bare), seconds),
  );
  let calls = 0;
  for (let round = 0; round < rounds.atLeast; round += 1) {
    const before = await readCalls();
    const query = `${unique()}&page=7`;
    await measureBurst({ port: ports.proxy, connections: burst, query: () => query });
    calls = Math.max(calls, (await readCalls()) - before);
  }
  child.stdin.end();
  return [
    toRatioRow({ part, what: 'cached answer of 20 kB', unit: '/s', against: 'bare node:http', atLeast: 0.5 }, rates),
    toFigureRow({ part, what: `${burst} equal requests at once: upstream calls`, unit: '', atMost: 1 }, calls),
  ];
}
