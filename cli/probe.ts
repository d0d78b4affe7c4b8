import { parseEnvelope, type Reply } from './reply.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ProbeOptions {
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** Milliseconds of any clock that goes forward. */
  readonly now: () => number;
  /** Milliseconds for each answer. */
  readonly timeout: number;
  /**
   * Origin of the page that asks, where a browser does and no program. It names its own origin whatever a question says,
   * and shows of other origins' answers neither those without CORS nor most headers.
   */
  readonly page?: string | undefined;
}

export interface Question {
  readonly pair: string;
  readonly parameters?: readonly (readonly [name: string, value: string])[];
  /** In words, where the pair alone does not say what is tried. */
  readonly about?: string;
  /** Header `Origin`, as a page of that origin would send it. */
  readonly origin?: string;
}

/** Asks one question at a time: a checker must not be what exhausts the API's 50 calls per 10 seconds. */
export interface Probe {
  readonly ask: (question: Question) => Promise<Reply>;
  /** All that came back so far. */
  readonly replies: readonly Reply[];
  /** Whether anything answers at all, readable or not. For browsers, which call "no CORS" and "nothing there" the same. */
  readonly isThere: () => Promise<boolean>;
}

/** More is no answer to any question asked here. */
const mostBytes = 8_000_000;

export function createProbe({ endpoint, fetch, now, timeout, page }: ProbeOptions): Probe {
  const replies: Reply[] = [];

  async function ask(question: Question): Promise<Reply> {
    const start = now();
    const init: RequestInit = {
      // A proxy that redirects could be followed to anywhere, and pages would be redirected, too.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
      // Of no use in a browser, which would refuse the header without a word.
      ...(question.origin === undefined || page !== undefined ? {} : { headers: { origin: question.origin } }),
    };
    const about = question.about === undefined ? '' : ` (${question.about})`;
    const common = { question: question.pair + about };
    try {
      const response = await fetch(toUrl(endpoint, question), init);
      const body = await readBody(response);
      const { headers } = response;
      // A browser says no more of a redirect that it does not follow.
      const status = response.type === 'opaqueredirect' ? 302 : response.status;
      const envelope = parseEnvelope(body);
      return { ...common, status, headers, body, envelope, milliseconds: now() - start, failure: undefined };
    } catch (error) {
      const failure = toFailure(error);
      const nothing = { status: 0, headers: new Headers(), body: '', envelope: undefined };
      return { ...common, ...nothing, milliseconds: now() - start, failure };
    }
  }

  return {
    replies,
    isThere: () =>
      fetch(endpoint, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(timeout) }).then(
        () => true,
        () => false,
      ),
    ask: async (question) => {
      const reply = await ask(question);
      replies.push(reply);
      return reply;
    },
  };
}

function toUrl(endpoint: string, { pair, parameters = [] }: Question): string {
  const [target = '', method = ''] = pair.split('::');
  const query = new URLSearchParams([['Target', target], ['Method', method], ...parameters.map((each) => [...each])]);
  return endpoint + (endpoint.includes('?') ? '&' : '?') + query.toString();
}

async function readBody(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  // Not `for await`: Safari's streams cannot be walked.
  const reader = response.body?.getReader();
  let text = '';
  while (reader && text.length <= mostBytes) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return text;
}

/** The system's code and nothing else: messages name addresses, and an address may hold a key. */
function toFailure(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const code = cause?.code;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no connection';
}
