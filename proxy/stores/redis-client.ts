import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createReplyReader, type RedisReply } from './redis-reply.js';

export interface RedisClient {
  /** Rejects when the server cannot be reached or says no. Connects when needed, also after a loss. */
  readonly send: (...words: readonly (string | Uint8Array)[]) => Promise<RedisReply>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (reply: RedisReply) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The few commands that are needed do not need a client library: they are sent one after the other over one
 * connection, and replies come in the same order (RESP2, redis.io/docs/latest/develop/reference/protocol-spec).
 *
 * @param url `redis://[user[:password]@]host[:port][/database]`, or `rediss://` for TLS
 */
export function createRedisClient(url: string): RedisClient {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
  let socket: Socket | undefined;
  let waiting: Waiting[] = [];

  function drop(lost: Socket): void {
    if (socket !== lost) return;
    const unanswered = waiting;
    socket = undefined;
    waiting = [];
    lost.destroy();
    // Its own text: the system's names the address, and the URL may hold a password.
    for (const { reject } of unanswered) reject(new Error('Redis connection lost'));
  }

  function open(): Socket {
    const opened = protocol === 'rediss:' ? connectTls({ ...address, servername: address.host }) : connect(address);
    socket = opened;
    opened.setNoDelay();
    opened.unref();
    const read = createReplyReader((reply) => {
      const next = waiting.shift();
      if (reply instanceof Error) next?.reject(reply);
      else next?.resolve(reply);
    });
    opened.on('data', (chunk) => {
      try {
        read(chunk);
      } catch {
        drop(opened); // not Redis, or out of step: nothing after this can be trusted
      }
    });
    opened.on('error', () => drop(opened));
    opened.on('close', () => drop(opened));
    const ignore = (): void => undefined; // a wrong password shows in the command that follows
    if (password !== '') {
      const user = username === '' ? [] : [decodeURIComponent(username)];
      write(opened, ['AUTH', ...user, decodeURIComponent(password)]).catch(ignore);
    }
    if (pathname.length > 1) write(opened, ['SELECT', pathname.slice(1)]).catch(ignore);
    return opened;
  }

  function write(to: Socket, words: readonly (string | Uint8Array)[]): Promise<RedisReply> {
    return new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      const parts: Uint8Array[] = [Buffer.from(`*${words.length}\r\n`)];
      for (const word of words) {
        const bytes = typeof word === 'string' ? Buffer.from(word) : word;
        parts.push(Buffer.from(`$${bytes.byteLength}\r\n`), bytes, Buffer.from('\r\n'));
      }
      to.write(Buffer.concat(parts));
    });
  }

  return {
    send: (...words) => write(socket ?? open(), words),
    close: () => {
      if (socket !== undefined) drop(socket);
    },
  };
}
