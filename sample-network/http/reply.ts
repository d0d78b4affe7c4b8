import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** The headers of recorded replies, on success and error alike. */
export const recordedHeaders = {
  Server: 'Apache',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'X-Requested-With',
} as const;

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export const notFound: Reply = { status: 404, type: 'text/html; charset=iso-8859-1', body: '<h1>Not Found</h1>' };

export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const plain = Buffer.from(reply.body);
  const zip = plain.length > 860 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = zip && !reply.type.startsWith('image/png') ? gzipSync(plain, { level: 3 }) : plain;
  response.writeHead(reply.status, {
    ...recordedHeaders,
    'Content-Type': reply.type,
    ...(bytes === plain ? {} : { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    ...reply.headers,
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
