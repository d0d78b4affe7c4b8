import { parseEnvelope, type Reply } from './reply.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ProbeOptions {
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** A monotonic clock, in milliseconds. */
  readonly now: () => number;
  /** Milliseconds for each request. */
  readonly timeout: number;
  /**
   * Origin of the page, when the check runs in a browser. A browser always sends the page's own origin, and hides
   * responses of other origins without CORS, and most of their headers.
   */
  readonly page?: string | undefined;
}

export interface ProbeRequest {
  readonly methodId: string;
  readonly parameters?: readonly (readonly [name: string, value: string])[];
  /** Describes what is tried, where the method alone does not. */
  readonly about?: string;
  /** Header `Origin`, as a page of that origin would send it. */
  readonly origin?: string;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string;
}

/** Sends one request at a time, so that the check does not use up the API's 50 calls per 10 seconds. */
export interface Probe {
  readonly send: (request: ProbeRequest) => Promise<Reply>;
  /** All replies so far. */
  readonly replies: readonly Reply[];
  /** Whether the server responds at all, readable or not: to a page, "no CORS" and "no connection" are the same error. */
  readonly isReachable: () => Promise<boolean>;
}

/** No response to these requests is larger. */
const maxBytes = 8_000_000;

export function createProbe({ endpoint, fetch, now, timeout, page }: ProbeOptions): Probe {
  const replies: Reply[] = [];

  async function send(request: ProbeRequest): Promise<Reply> {
    const start = now();
    const init: RequestInit = {
      // Redirects are reported, not followed.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
      headers: {
        // A browser ignores this header silently.
        ...(request.origin !== undefined && page === undefined && { origin: request.origin }),
        ...(request.token !== undefined && { authorization: `Bearer ${request.token}` }),
      },
    };
    const about = request.about === undefined ? '' : ` (${request.about})`;
    const common = { request: request.methodId + about };
    try {
      const response = await fetch(toUrl(endpoint, request), init);
      const body = await readBody(response);
      const { headers } = response;
      // A browser hides the status of a redirect that it does not follow.
      const status = response.type === 'opaqueredirect' ? 302 : response.status;
      const envelope = parseEnvelope(body);
      return { ...common, status, headers, body, envelope, milliseconds: now() - start, failure: undefined };
    } catch (error) {
      const failure = toFailure(error);
      const noResponse = { status: 0, headers: new Headers(), body: '', envelope: undefined };
      return { ...common, ...noResponse, milliseconds: now() - start, failure };
    }
  }

  return {
    replies,
    isReachable: () =>
      fetch(endpoint, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(timeout) }).then(
        () => true,
        () => false,
      ),
    send: async (request) => {
      const reply = await send(request);
      replies.push(reply);
      return reply;
    },
  };
}

function toUrl(endpoint: string, { methodId, parameters = [] }: ProbeRequest): string {
  const [target = '', method = ''] = methodId.split('::');
  const query = new URLSearchParams([['Target', target], ['Method', method], ...parameters.map((each) => [...each])]);
  return endpoint + (endpoint.includes('?') ? '&' : '?') + query.toString();
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  // Not `for await`: Safari's streams are not async iterable.
  const reader = response.body?.getReader();
  let text = '';
  while (reader && text.length <= maxBytes) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

/** The system's error code only: messages name URLs, and a URL may hold a key. */
function toFailure(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const code = cause?.code;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no connection';
}
