import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { find, startTestProxy, type TestProxy } from '../fixtures/proxy.js';

let proxy: TestProxy;

beforeEach(async () => {
  proxy = await startTestProxy();
});

afterEach(() => proxy.close());

/** The status of a request whose first line is written as given; `fetch` and `node:http` would write it anew. */
function sendRaw(line: string, headers: Readonly<Record<string, string>> = { host: 'proxy.example' }): Promise<number> {
  const { hostname, port } = new URL(proxy.server.url);
  const head = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(`${line} HTTP/1.1\r\n${head.join('')}\r\n`));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
  });
}

it.each([
  ['origin form', `/?${find}`, 200],
  ['absolute form', `http://proxy.example/?${find}`, 200],
  ['absolute form with port', `http://proxy.example:8787/?${find}`, 200],
  ['absolute form, another scheme', `https://proxy.example/?${find}`, 200],
  ['absolute form in capitals', `HTTP://PROXY.EXAMPLE/?${find}`, 200],
  ['absolute form, IPv6', `http://[::1]:8787/?${find}`, 200],
  ['absolute form without a path', `http://proxy.example?${find}`, 200],
  ['health in absolute form', 'http://proxy.example/health', 200],
  ['absolute form without a query', 'http://proxy.example', 400],
  ['another path', `http://proxy.example/other?${find}`, 404],
  ['another scheme than HTTP', `ftp://proxy.example/?${find}`, 404],
  ['an absolute form inside a path', `/http://proxy.example/?${find}`, 404],
  ['two slashes', `//proxy.example/?${find}`, 404],
  ['a method that may not be called', 'http://proxy.example/?Target=Affiliate_ApiKey&Method=getUserApiKey', 403],
])('a request target in %s', async (_, target, status) => {
  expect(await sendRaw(`GET ${target}`)).toBe(status);
});

it.each([
  ['http://proxy.example', 'evil.example', 'http://proxy.example', 200],
  ['http://evil.example', 'proxy.example', 'http://proxy.example', 403],
  ['http://proxy.example:80', 'proxy.example', 'http://proxy.example', 200],
  ['http://PROXY.example', 'proxy.example', 'http://proxy.example', 200],
  ['', 'Proxy.Example:80', 'http://proxy.example', 200],
  // Behind a TLS terminator that writes the port it listens on.
  ['', 'proxy.example:443', 'https://proxy.example', 200],
  ['', 'proxy.example:443', 'http://proxy.example', 403],
  ['', 'proxy.example:8080', 'http://proxy.example', 403],
])(
  'compares the host of the absolute form, else of the header, with the origin: "%s", %s, %s',
  async (host, header, origin, status) => {
    expect(await sendRaw(`GET ${host}/?${find}`, { host: header, origin })).toBe(status);
  },
);
