/** What the page asks of the proxy, as the signed-in elements do. */

const endpoint = '/hasoffers/portal';

export interface Row {
  readonly subId: string;
  readonly clicks: string;
  readonly conversions: string;
  readonly payout: string;
}

interface Reply {
  readonly httpStatus: number;
  /** Of a refusal. */
  readonly code: string | undefined;
  readonly data: unknown;
}

interface Envelope {
  readonly response?: { readonly data?: unknown; readonly errors?: readonly { readonly code?: string }[] };
}

/** @param token - Goes into the header, never into the URL. */
export async function ask(parameters: readonly (readonly [string, string])[], token: string | null): Promise<Reply> {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${endpoint}?${query}`, { headers });
  const envelope = (await response.json()) as Envelope;
  return { httpStatus: response.status, code: envelope.response?.errors?.[0]?.code, data: envelope.response?.data };
}

const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Sums of the last 30 days by sub-id, best payout first. */
export async function requestRows(token: string): Promise<readonly Row[]> {
  const day = 86_400_000;
  const [from, to] = [toDate(Date.now() - 30 * day), toDate(Date.now() + day)];
  const names = ['affiliate_info1', 'clicks', 'conversions', 'payout'];
  const { data } = await ask(
    [
      ['Target', 'Affiliate_Report'],
      ['Method', 'getStats'],
      ...names.map((name) => ['fields[]', `Stat.${name}`] as const),
      ['groups[]', 'Stat.affiliate_info1'],
      ['filters[Stat.date][conditional]', 'BETWEEN'],
      ['filters[Stat.date][values][]', from],
      ['filters[Stat.date][values][]', to],
      ['data_start', from],
      ['data_end', to],
      ['sort[Stat.payout]', 'desc'],
      ['limit', '10'],
    ],
    token,
  );
  const rows = Object.values(Object(Object(data).data)) as { readonly Stat?: Readonly<Record<string, string>> }[];
  return rows.map(({ Stat: stat = {} }) => ({
    subId: stat.affiliate_info1 ?? '',
    clicks: stat.clicks ?? '0',
    conversions: stat.conversions ?? '0',
    payout: Number(stat.payout ?? 0).toFixed(2),
  }));
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
