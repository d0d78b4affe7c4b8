import { isObject } from '../policy/response-schema.js';

/**
 * How many rows a response holds and how many HasOffers counted, as `100/180`; `undefined` = it holds them all, or there
 * is nothing to count.
 */
export function readRowCount(text: string): string | undefined {
  const { response } = JSON.parse(text) as { response?: { data?: unknown } };
  const page = response?.data;
  if (!isObject(page) || typeof page.data !== 'object' || page.data === null) return undefined;
  const rows = Object.keys(page.data).length;
  const counted = Number(page.count);
  return rows < counted ? `${rows}/${counted}` : undefined;
}
