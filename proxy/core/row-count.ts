import { isObject } from '../policy/response-schema.js';

/**
 * How many rows a response holds and how many HasOffers counted, as `100/180`; `undefined` = it holds them all, or there
 * is nothing to count.
 */
export function readRowCount(text: string): string | undefined {
  const page = readData(text);
  if (!isObject(page) || typeof page.data !== 'object' || page.data === null) return undefined;
  const rows = Object.keys(page.data).length;
  const counted = Number(page.count);
  return rows < counted ? `${rows}/${counted}` : undefined;
}

/** The data of a response of this proxy; `undefined` for what a shared store has made of it. */
export function readData(text: string): unknown {
  try {
    const envelope: unknown = JSON.parse(text);
    return isObject(envelope) && isObject(envelope.response) ? envelope.response.data : undefined;
  } catch {
    return undefined;
  }
}
