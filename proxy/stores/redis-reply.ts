export type RedisReply = Buffer | string | number | null | readonly RedisReply[];

/** Not yet complete. */
const more: unique symbol = Symbol('more');

/** Longer than anything that is stored; a length beyond it is not Redis speaking. */
const longest = 64_000_000;

/**
 * Reads replies out of a stream of chunks and hands each on, an error as an `Error`.
 *
 * @throws Error when the stream is not RESP2
 */
export function createReplyReader(take: (reply: RedisReply | Error) => void): (chunk: Buffer) => void {
  let buffer: Buffer = Buffer.alloc(0);
  let position = 0;

  function line(): string | typeof more {
    const end = buffer.indexOf('\r\n', position);
    if (end === -1) return more;
    const text = buffer.toString('utf8', position, end);
    position = end + 2;
    return text;
  }

  function bulk(length: number): RedisReply | typeof more {
    if (length === -1) return null;
    if (!(length >= 0 && length <= longest)) throw new Error('not RESP2');
    if (buffer.length < position + length + 2) return more;
    // A copy: a slice would keep the whole chunk in memory as long as the answer is cached.
    const bytes = Buffer.from(buffer.subarray(position, position + length));
    position += length + 2;
    return bytes;
  }

  function list(length: number): RedisReply | typeof more {
    const items: RedisReply[] = [];
    for (let index = 0; index < length; index += 1) {
      const item = reply();
      if (item === more) return more;
      items.push(item instanceof Error ? null : item);
    }
    return items;
  }

  function reply(): RedisReply | Error | typeof more {
    const text = line();
    if (text === more) return more;
    const rest = text.slice(1);
    switch (text[0]) {
      case '+':
        return rest;
      case '-':
        return new Error(/^[A-Z]+/.exec(rest)?.[0] ?? 'ERR');
      case ':':
        return Number(rest);
      case '$':
        return bulk(Number(rest));
      case '*':
        return list(Number(rest));
      default:
        throw new Error('not RESP2');
    }
  }

  return (chunk) => {
    buffer = position === buffer.length ? chunk : Buffer.concat([buffer.subarray(position), chunk]);
    position = 0;
    for (;;) {
      const start = position;
      const next = position < buffer.length ? reply() : more;
      if (next === more) {
        position = start;
        return;
      }
      take(next);
    }
  };
}
