import type { IncomingMessage } from 'node:http';
import { type PhpArray, parsePhpParams } from '../wire/php-params.js';

const maxBodyBytes = 1_000_000;

export interface ReadParams {
  readonly params: PhpArray;
  /** How many characters they were on the wire. */
  readonly length: number;
}

/** Query and form body in one, as PHP's `$_REQUEST`: where both name a parameter, the body wins. */
export async function readParams(request: IncomingMessage, query: string): Promise<ReadParams> {
  const params = parsePhpParams(query);
  if (request.method !== 'POST' && request.method !== 'PUT') return { params, length: query.length };
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  if (!type.startsWith('application/x-www-form-urlencoded')) return { params, length: query.length };
  for (const [name, value] of parsePhpParams(body)) params.set(name, value);
  return { params, length: query.length + body.length };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // What is beyond the limit is read and dropped, so that the caller still gets an answer.
    if (size <= maxBodyBytes) chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
