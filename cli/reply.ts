/** What came back for one question. */
export interface Reply {
  /** `Target::Method`, and what was special about it. */
  readonly question: string;
  /** 0 = nothing came. */
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly milliseconds: number;
  /** Why nothing came: `timeout`, or the system's code, such as `ECONNREFUSED`. */
  readonly failure: string | undefined;
  readonly envelope: Envelope | undefined;
}

/** The API's form of every answer. */
export interface Envelope {
  /** 1 = success; all else is a failure, whatever the HTTP status. */
  readonly status: unknown;
  readonly data: unknown;
  /** Errors as text, to be searched and never shown. */
  readonly errors: string;
  /** The repetition of the question, in which HasOffers shows the key. */
  readonly echo: string | undefined;
}

type Wire = Readonly<Record<string, unknown>>;

export function toObject(value: unknown): Wire {
  return typeof value === 'object' && value !== null ? (value as Wire) : {};
}

/** @returns `undefined` for what is not JSON, or not in the API's form */
export function parseEnvelope(body: string): Envelope | undefined {
  let whole: Wire;
  try {
    whole = toObject(JSON.parse(body));
  } catch {
    // HTML, a truncated answer: no envelope. The parser's message quotes the text and is dropped.
    return undefined;
  }
  if (typeof whole.response !== 'object' || whole.response === null) return undefined;
  const { status, data, errors, errorMessage } = toObject(whole.response);
  if (status === undefined && errors === undefined) return undefined;
  const echo = whole.request === undefined ? undefined : JSON.stringify(whole.request);
  return { status, data, errors: JSON.stringify([errors, errorMessage]), echo };
}

export function isSuccess({ status, envelope }: Reply): boolean {
  return status === 200 && envelope?.status === 1;
}

/**
 * What a proxy did with a question that it should not let through.
 *
 * `forwarded`: HasOffers was asked, since its answer repeats the question or is a success. `unclear`: an error with
 * HTTP 200 can be the proxy's own or HasOffers'.
 */
export type Fate = 'refused' | 'forwarded' | 'unclear';

export function toFate(reply: Reply): Fate {
  const { status, envelope } = reply;
  if (status >= 400 && status < 500 && status !== 429) return 'refused';
  if (isSuccess(reply) || (envelope?.echo !== undefined && /Method|Target|api_key/.test(envelope.echo))) {
    return 'forwarded';
  }
  if (/METHOD_NOT_ALLOWED|FORBIDDEN|_PARAMETER"/.test(envelope?.errors ?? '')) return 'refused';
  return 'unclear';
}
