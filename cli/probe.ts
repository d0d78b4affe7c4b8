import { parseEnvelope, type Reply } from './reply.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ProbeOptions {
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** Milliseconds of any clock that goes forward. */
  readonly now: () => number;
  /** Milliseconds for each answer. */
  readonly timeout: number;
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
}

/** More is no answer to any question asked here. */
const mostBytes = 8_000_000;

export function createProbe({ endpoint, fetch, now, timeout }: ProbeOptions): Probe {
  const replies: Reply[] = [];

  async function ask(question: Question): Promise<Reply> {
    const start = now();
    const init: RequestInit = {
      // A proxy that redirects could be followed to anywhere, and pages would be redirected, too.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
      ...(question.origin === undefined ? {} : { headers: { origin: question.origin } }),
    };
    const about = question.about === undefined ? '' : ` (${question.about})`;
    const common = { question: question.pair + about };
    try {
      const response = await fetch(toUrl(endpoint, question), init);
      const body = await readBody(response);
      const { status, headers } = response;
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
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > mostBytes) break;
  }
  return text;
}

/** The system's code and nothing else: messages name addresses, and an address may hold a key. */
function toFailure(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const code = cause?.code;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no connection';
}
