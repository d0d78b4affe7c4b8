import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer {
  readonly url: string;
  /** The path and query of each request so far. */
  readonly seen: string[];
  /** How many of the requests were cut off by the client. */
  readonly cancelled: () => number;
  readonly close: () => Promise<void>;
}

/** A real HTTP server that handles each request with the next of the given listeners, and repeats the last one. */
export async function startServer(...listeners: readonly RequestListener[]): Promise<TestServer> {
  const seen: string[] = [];
  let cancelled = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const listener = listeners[Math.min(seen.length, listeners.length - 1)];
    seen.push(request.url ?? '');
    response.on('close', () => {
      if (!response.writableFinished) cancelled++;
    });
    listener?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hasoffers`, seen, cancelled: () => cancelled, close: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Responds with this body. */
export const reply =
  (body: string, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Never responds. */
export const hang: RequestListener = () => {};

/** Sends headers and the first bytes at once, then a byte now and then, for ever. */
export const drip: RequestListener = (_, response) => {
  response.writeHead(200).write('{"response":{');
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};

/** Closes the connection before a response. */
export const reset: RequestListener = (request) => {
  request.socket.destroy();
};

/** Promises more bytes than it sends. */
export const breakOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"response":');
  setTimeout(() => response.destroy(), 5);
};
