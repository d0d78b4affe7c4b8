import { connect, type Socket } from 'node:net';

const headers =
  'Host: 127.0.0.1\r\nOrigin: https://site.example\r\nSec-Fetch-Site: cross-site\r\nAccept: application/json';

/** One request, as a browser on another site sends it. */
const write = (query: string): string =>
  `GET /?Target=Affiliate_Offer&Method=findAll&limit=60${query} HTTP/1.1\r\n${headers}\r\n\r\n`;

/** Splits the bytes of a connection into complete responses. */
function countAnswers(socket: Socket, onAnswer: () => void): void {
  let text = '';
  let missing = 0;
  socket.setNoDelay().on('data', (chunk) => {
    if (missing > 0) missing -= chunk.length;
    else {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n') + 4;
      if (end < 4) return;
      if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(text.slice(0, 500));
      missing = end + Number(/content-length: (\d+)/i.exec(text)?.[1]) - text.length;
      text = '';
    }
    if (missing <= 0) onAnswer();
  });
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** What follows in each request's query; may differ from call to call. */
  readonly query?: () => string;
}

/** Answers per second over connections that ask again as soon as they are served. */
export async function measureRate({ port, connections, query = () => '' }: Load, seconds: number): Promise<number> {
  let answers = 0;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write(write(query())));
    countAnswers(socket, () => {
      answers += 1;
      socket.write(write(query()));
    });
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  answers = 0;
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const rate = answers / ((performance.now() - start) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

/** Milliseconds until as many requests as there are connections, sent in one moment, are all answered. */
export async function measureBurst({ port, connections, query = () => '' }: Load): Promise<number> {
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1', () => resolve(socket));
          socket.once('error', reject);
        }),
    ),
  );
  const start = performance.now();
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          countAnswers(socket, resolve);
          socket.write(write(query()));
        }),
    ),
  );
  const time = performance.now() - start;
  for (const socket of sockets) socket.destroy();
  return time;
}
