import { sampleKeys } from './keys.js';
import type { SampleNetwork } from './network.js';

/** A reply as a caller sees it; `data` and the like stay unknown, as they are for a real client. */
export interface TestReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { readonly request?: unknown; readonly response: TestResponse };
}

interface TestResponse {
  readonly status?: number;
  readonly httpStatus?: number;
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly errorMessage?: string | null;
}

/** A query as a client would write it: its text, pairs in order, or an object; brackets included. */
export type Query = string | readonly (readonly [string, string])[] | Readonly<Record<string, string>>;

export function encodeQuery(query: Query): string {
  if (typeof query === 'string') return query;
  const pairs = Array.isArray(query) ? query : Object.entries(query);
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

export async function get(url: string): Promise<TestReply> {
  return read(await fetch(url));
}

export async function read(response: Response): Promise<TestReply> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text.startsWith('{') ? JSON.parse(text) : {},
  };
}

/** Calls `Target::Method` with the active key, unless the query names another one. */
export async function call(network: SampleNetwork, name: string, query: Query = {}, prefix = ''): Promise<TestReply> {
  const [target = '', method = ''] = name.split('::');
  const head = encodeQuery({ Target: target, Method: method });
  const tail = encodeQuery(query);
  const key = tail.includes('api_key=') ? '' : `&api_key=${sampleKeys.active}`;
  return get(`${network.url}${prefix}/Apiv3/json?${head}${key}&${tail}`);
}

export async function findOffers(network: SampleNetwork, query: Query = {}): Promise<TestReply> {
  return call(network, 'Affiliate_Offer::findAll', query);
}

/** The rows of either shape, in the order of the wire, which a JavaScript object would not keep. */
export function rowKeys(reply: TestReply): readonly string[] {
  const main = reply.text.slice(reply.text.lastIndexOf('"data":{'));
  return [...main.matchAll(/"(\d+)":\{"Offer":/g)].map((found) => found[1] ?? '');
}

/** Walks into unknown JSON: `at(reply, 'data', '12', 'Offer', 'name')`. */
export function at(reply: TestReply, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, member) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === member)?.[1]
        : undefined,
    reply.json.response,
  );
}
