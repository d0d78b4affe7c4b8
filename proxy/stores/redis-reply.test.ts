import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReplyReader, type RedisReply } from './redis-reply.js';

const stream = Buffer.from('+OK\r\n:7\r\n$-1\r\n$5\r\na\r\nbc\r\n-ERR no\r\n*2\r\n$1\r\nx\r\n*1\r\n:1\r\n$0\r\n\r\n');

function read(chunks: readonly Buffer[]): (RedisReply | Error)[] {
  const replies: (RedisReply | Error)[] = [];
  const reader = createReplyReader((reply) => replies.push(reply));
  for (const chunk of chunks) reader(chunk);
  return replies;
}

it('reads every kind of reply, however the stream is cut', () => {
  const expected = ['OK', 7, null, Buffer.from('a\r\nbc'), new Error('ERR'), [Buffer.from('x'), [1]], Buffer.from('')];
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 20 }), (cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), stream.length];
      expect(read(ends.map((end, index) => stream.subarray(ends[index - 1] ?? 0, end)))).toEqual(expected);
    }),
  );
});

it.each(['HTTP/1.1 400 Bad Request\r\n', '$x\r\n', '$99999999999\r\n'])('refuses what is not Redis: %j', (text) => {
  expect(() => read([Buffer.from(text)])).toThrow('not RESP2');
});
