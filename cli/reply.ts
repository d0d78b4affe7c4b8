/** The result of one request. */
export interface Reply {
  /** `Target::Method`, and what the request tries. */
  readonly request: string;
  /** 0 = no response. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly milliseconds: number;
  /** Why there is no response: `timeout`, or the system's code, such as `ECONNREFUSED`. */
  readonly failure: string | undefined;
  readonly envelope: Envelope | undefined;
}

/** The API's envelope. */
export interface Envelope {
  /** 1 = success; all else is a failure, whatever the HTTP status. */
  readonly status: unknown;
  readonly data: unknown;
  /** Errors as text, to be searched and never printed. */
  readonly errors: string;
  /** The echo of the request, in which HasOffers repeats the key. */
  readonly echo: string | undefined;
}

type Wire = Readonly<Record<string, unknown>>;

export function toObject(value: unknown): Wire {
  return typeof value === 'object' && value !== null ? (value as Wire) : {};
}

/** @returns `undefined` for what is not JSON, or not in the API's form */
export function parseEnvelope(body: string): Envelope | undefined {
  let parsed: Wire;
  try {
    parsed = toObject(JSON.parse(body));
  } catch {
    // HTML, or truncated JSON. The parser's message quotes the text and is dropped.
    return undefined;
  }
  if (typeof parsed.response !== 'object' || parsed.response === null) return undefined;
  const { status, data, errors, errorMessage } = toObject(parsed.response);
  if (status === undefined && errors === undefined) return undefined;
  const echo = parsed.request === undefined ? undefined : JSON.stringify(parsed.request);
  return { status, data, errors: JSON.stringify([errors, errorMessage]), echo };
}

export function isSuccess({ status, envelope }: Reply): boolean {
  return status === 200 && envelope?.status === 1;
}

/**
 * What a proxy did with a request that it should refuse.
 *
 * `forwarded`: HasOffers got the request, since the response echoes it or is a success. `unclear`: an error with
 * HTTP 200 can be the proxy's own or HasOffers'.
 */
export type Outcome = 'refused' | 'forwarded' | 'unclear';

export function readOutcome(reply: Reply): Outcome {
  const { status, envelope } = reply;
  if (status >= 400 && status < 500 && status !== 429) return 'refused';
  if (isSuccess(reply) || (envelope?.echo !== undefined && /Method|Target|api_key/.test(envelope.echo))) {
    return 'forwarded';
  }
  if (/METHOD_NOT_ALLOWED|FORBIDDEN|_PARAMETER"/.test(envelope?.errors ?? '')) return 'refused';
  return 'unclear';
}
