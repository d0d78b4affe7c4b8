/** What the buttons ask of the proxy, as the signed-in elements do. */

const endpoint = '/hasoffers/portal';

interface Reply {
  readonly httpStatus: number;
  /** Of a refusal. */
  readonly code: string | undefined;
}

interface Envelope {
  readonly response?: { readonly errors?: readonly { readonly code?: string }[] };
}

/** @param token - Goes into the header, never into the URL. */
export async function ask(parameters: readonly (readonly [string, string])[], token: string | null): Promise<Reply> {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${endpoint}?${query}`, { headers });
  const envelope = (await response.json()) as Envelope;
  return { httpStatus: response.status, code: envelope.response?.errors?.[0]?.code };
}

/** What a token says, in its own words. Anybody can read it; only the server with the secret can change it. */
export function readClaims(token: string): readonly (readonly [name: string, value: string])[] {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const claims = JSON.parse(atob(payload)) as Record<string, unknown>;
  return Object.entries(claims).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}
