import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { ProxyHandler } from '../core/create-proxy.js';
import type { ProxyRequest, ProxyResponse } from '../core/proxy-request.js';

export interface ListenOptions {
  readonly host: string;
  /** 0 = a free one. */
  readonly port: number;
}

export interface Listening {
  /** With the port that was really taken, without final slash. */
  readonly url: string;
  /** Accepts no new connection, lets responses in flight finish, then resolves. */
  readonly close: () => Promise<void>;
}

/** Connections are kept alive for longer than a load balancer's usual minute, so that the balancer closes them first. */
const limits = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 65_000 };

/** Serves the proxy over HTTP/1.1. Rejects when it cannot listen on the host and port. */
export function listen(proxy: ProxyHandler, { host, port }: ListenOptions): Promise<Listening> {
  const server = createServer(limits, toListener(proxy));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      const close = (): Promise<void> =>
        new Promise((closed) => {
          // A kept-alive connection becomes idle after its last response and would keep the server open for seconds.
          const timer = setInterval(() => server.closeIdleConnections(), 50);
          server.close(() => {
            clearInterval(timer);
            closed();
          });
        });
      resolve({ url: `http://${name}:${address.port}`, close });
    });
  });
}

/**
 * The proxy as a listener of a `node:http` server, also beside other routes of one (then give `createProxy` the `path`).
 *
 * Built-in `Request` and `Response` are bypassed: making them costs several times what a cached response does (measured).
 */
export function toListener(proxy: ProxyHandler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const settled = proxy.handle(toProxyRequest(request));
    if (settled instanceof Promise) {
      // Sending fails when the client has disconnected or the server is closing: that must not be an unhandled rejection.
      settled.then((result) => send(result, request, response)).catch(() => response.destroy());
    } else send(settled, request, response);
  };
}

/** RFC 9112 3.2.2: a server must accept the absolute form, which proxies and some clients send, and use its host. */
const absoluteForm = /^https?:\/\/([^/?#]*)/i;

function toProxyRequest(request: IncomingMessage): ProxyRequest {
  const { headers, url = '/' } = request;
  const [prefix = '', host = headers.host ?? ''] = absoluteForm.exec(url) ?? [];
  const target = url.slice(prefix.length);
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const scheme = (request.socket as TLSSocket).encrypted ? 'https' : 'http';
  const origin = `${scheme}://${host}`;
  return {
    method: request.method ?? 'GET',
    path: path === '' && prefix !== '' ? '/' : path,
    query: mark === -1 ? '' : target.slice(mark + 1),
    origin,
    address: request.socket.remoteAddress,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    toRequest: () => new Request(`${origin}${target}`, { headers: toHeaders(request) }),
  };
}

function toHeaders(request: IncomingMessage): Headers {
  const entries = Object.entries(request.headersDistinct);
  return new Headers(
    entries.flatMap(([name, values]) => (values ?? []).map((value): [string, string] => [name, value])),
  );
}

function send({ status, headers, body }: ProxyResponse, request: IncomingMessage, response: ServerResponse): void {
  // A refused request may still be sending its body, which nobody reads.
  if (status === 405) response.setHeader('connection', 'close');
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}
