import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Load, measureBurst, measureRate } from '../http-load.js';
import { startNginx } from '../nginx.js';
import { type Row, toFixedRow, toRow } from '../report.js';
import { inTurns } from '../statistics.js';

const group = 'proxy';
const rounds = { atLeast: 5, atMost: 5, seconds: 20 };
const seconds = 1;
const connections = 32;
const burst = 500;

let serial = 0;
/** Asked for the first time. */
const unknown = () => {
  serial += 1;
  return `&filters[name][LIKE]=%25${serial}%25`;
};

/** Rates and times of the proxy that ships, against servers that check and know nothing, all on this machine. */
export async function measureProxy(): Promise<Row[]> {
  const script = fileURLToPath(new URL('../proxy-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ports = await new Promise<{ proxy: number; hurried: number; bare: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The proxy's server ended with ${code}.`)));
    child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString())));
  });
  const nginx = await startNginx(ports.bare);
  const readCalls = async () => Number(await (await fetch(`http://127.0.0.1:${ports.bare}/calls`)).text());
  const compare = (ours: number, other: number, query?: Load['query']) =>
    inTurns(
      rounds,
      () => measureRate({ port: ours, connections, ...(query && { query }) }, seconds),
      () => measureRate({ port: other, connections, ...(query && { query }) }, seconds),
    );
  const shared = { group, unit: '/s', against: 'bare node:http' } as const;
  const rows: Row[] = [];
  rows.push(
    toRow({ ...shared, what: 'cached answer of 20 kB', atLeast: 0.5 }, await compare(ports.proxy, ports.bare)),
    toRow({ ...shared, what: 'miss, upstream at once' }, await compare(ports.hurried, ports.bare, unknown)),
  );
  if (nginx) {
    const against = 'nginx proxy_cache';
    rows.push(toRow({ ...shared, what: 'cached answer of 20 kB', against }, await compare(ports.proxy, nginx.port)));
  }
  let calls = 0;
  const bursts = await inTurns(
    rounds,
    async () => {
      const before = await readCalls();
      const query = `${unknown()}&page=7`;
      const time = await measureBurst({ port: ports.proxy, connections: burst, query: () => query });
      calls = Math.max(calls, (await readCalls()) - before);
      return time;
    },
    () => measureBurst({ port: ports.bare, connections: burst, query: () => '&page=7' }),
  );
  rows.push(
    toRow({ ...shared, unit: 'ms', what: `${burst} equal requests at once, upstream 20 ms` }, bursts),
    toFixedRow(
      { ...shared, unit: '', what: 'upstream calls for them', against: 'unshared', oursAtMost: 1 },
      calls,
      burst,
    ),
  );
  await nginx?.close();
  child.stdin.end();
  return rows;
}
