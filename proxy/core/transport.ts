import { ProxyError } from '../policy/proxy-error.js';

/** The part of `fetch` that is used: tests pass a fake, hosts their platform's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
}

export interface UpstreamReply {
  readonly status: number;
  readonly body: string;
}

/**
 * One HTTP request, read to the end within limits.
 *
 * What `fetch` throws is dropped on purpose: its message can hold the URL, and the URL holds the key.
 *
 * @throws ProxyError UPSTREAM_TIMEOUT (the signal fired), UPSTREAM_ERROR (no connection, broken connection, redirect),
 *   UPSTREAM_INVALID_RESPONSE (too large)
 */
export async function requestText(url: string, { fetch, signal, maxBytes }: TransportOptions): Promise<UpstreamReply> {
  try {
    // A redirect would carry the key elsewhere. `manual`, not `error`, which workerd does not support.
    // Raced with the signal, since a host's own fetch may ignore it.
    const request = fetch(url, { redirect: 'manual', signal, headers: { accept: 'application/json' } });
    const response = await orAborted(request, signal);
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      void response.body?.cancel().catch(() => undefined);
      throw new ProxyError('UPSTREAM_ERROR', { reason: 'redirect' });
    }
    return { status: response.status, body: await readBody(response, signal, maxBytes) };
  } catch (error) {
    if (signal.aborted) throw new ProxyError('UPSTREAM_TIMEOUT');
    if (error instanceof ProxyError) throw error;
    throw new BrokenConnection(toReason(error));
  }
}

/** The one failure after which the same call is retried at once. */
export class BrokenConnection extends ProxyError {
  constructor(reason: string) {
    super('UPSTREAM_ERROR', { reason });
  }
}

/** The system's code, such as `ECONNREFUSED`, `ENOTFOUND` or `CERT_HAS_EXPIRED`: an operator cannot help without it. */
function toReason(error: unknown): string {
  const code: unknown = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  return typeof code === 'string' && /^[A-Z_]{4,40}$/.test(code) ? code : 'no connection';
}

/** The limit applies after decompression, so that a small compressed body cannot become a large one. */
async function readBody(response: Response, signal: AbortSignal, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    // Not every runtime aborts a pending read, so it is raced with the signal.
    const { done, value } = await orAborted(reader.read(), signal);
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw new ProxyError('UPSTREAM_INVALID_RESPONSE', { reason: 'too large' });
    }
    text += decoder.decode(value, { stream: true });
  }
}

async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new ProxyError('UPSTREAM_TIMEOUT'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
