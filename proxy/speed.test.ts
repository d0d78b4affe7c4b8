import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { find } from './test-proxy.js';

/**
 * A ratio of two servers that take turns in one process, so that a busy machine slows both. With a table, and measured
 * for longer: `PROXY_SPEED=1 npx vitest run --project node proxy/speed --silent=false`
 */
const isThorough = process.env.PROXY_SPEED !== undefined;
const rounds = isThorough ? 5 : 3;
const seconds = isThorough ? 2 : 1;
const connections = 32;

const headers =
  'Host: 127.0.0.1\r\nOrigin: https://site.example\r\nSec-Fetch-Site: cross-site\r\nAccept: application/json';
const request = `GET /?${find}&limit=60 HTTP/1.1\r\n${headers}\r\n\r\n`;

/** Length of one whole answer, which is the same each time: dates have a fixed length. */
function measureAnswer(port: number): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const body = text.indexOf('\r\n\r\n') + 4;
      const length = body + Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (body < 4 || text.length < length) return;
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      socket.destroy();
      resolve(length);
    });
  });
}

/** Answers per second over connections that ask again as soon as they are served. */
async function measureRate(port: number): Promise<number> {
  const length = await measureAnswer(port);
  let answers = 0;
  const sockets = Array.from({ length: connections }, () => {
    let received = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setNoDelay().on('data', (chunk) => {
      received += chunk.length;
      if (received < length) return;
      received = 0;
      answers += 1;
      socket.write(request);
    });
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  answers = 0;
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const rate = answers / ((performance.now() - start) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

it('a cached answer of 20 kB comes at half the speed of a bare server, or faster', {
  // Again where the other tests took the processor away from one of the two.
  timeout: 120_000,
  retry: 2,
}, async () => {
  const script = fileURLToPath(new URL('test-speed-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script]);
  const ports = await new Promise<{ proxy: number; bare: number; bytes: number }>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString())));
  });
  const rates: { proxy: number; bare: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const proxy = await measureRate(ports.proxy);
    const bare = await measureRate(ports.bare);
    rates.push({ proxy: Math.round(proxy), bare: Math.round(bare), ratio: Number((proxy / bare).toFixed(2)) });
  }
  child.kill();
  if (isThorough) console.table(rates);
  expect(ports.bytes).toBeGreaterThan(19_000);
  expect(median(rates.map(({ ratio }) => ratio))).toBeGreaterThanOrEqual(0.5);
});
