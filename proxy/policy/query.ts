import { ProxyError, parameterError } from './proxy-error.js';

/** One `name=value` of a query, both decoded. */
export interface QueryParameter {
  readonly name: string;
  readonly value: string;
}

/** Room for 100 ids and every field in their encoded form, and well below the 8 kB that Apache allows a request line. */
export const maxQueryLength = 6000;
/** No allowed value comes near this, so a longer one is refused before it is decoded. */
export const maxParameterLength = 1024;
export const maxParameters = 250;

/**
 * Reads a raw query string (without `?`) strictly.
 *
 * `URLSearchParams` is not used: it repairs bad UTF-8, and its `get` returns the first of several values
 * where PHP takes the last. Here every parameter is kept, so that duplicates can be rejected, and nothing is repaired.
 *
 * @throws ProxyError URI_TOO_LONG, BAD_PARAMETER
 */
export function parseQuery(raw: string): readonly QueryParameter[] {
  if (raw.length > maxQueryLength) throw new ProxyError('URI_TOO_LONG');
  // Browsers percent-encode all else; servers differ in what they make of raw bytes.
  if (/[^\x21-\x7e]/.test(raw)) throw new ProxyError('BAD_PARAMETER', { message: 'The query is not percent-encoded.' });
  const parameters: QueryParameter[] = [];
  for (const part of raw.split('&')) {
    if (part === '') continue;
    if (part.length > maxParameterLength) throw new ProxyError('URI_TOO_LONG');
    if (parameters.length === maxParameters)
      throw new ProxyError('BAD_PARAMETER', { message: 'There are too many parameters.' });
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals), '');
    const value = decode(equals === -1 ? '' : part.slice(equals + 1), name);
    parameters.push({ name, value });
  }
  return parameters;
}

function decode(text: string, nameForMessage: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A lone % or bytes that are not UTF-8. No browser's URLSearchParams writes such a thing.
    throw parameterError('BAD_PARAMETER', nameForMessage, 'percent-encoded UTF-8');
  }
  // Control characters end names in PHP (NUL) and split headers (CR, LF); no parameter of the API needs them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  if (/[\u0000-\u001f\u007f]/.test(decoded)) {
    throw parameterError('BAD_PARAMETER', nameForMessage, 'no control characters');
  }
  return decoded;
}

/** For the query sent upstream. `name` comes from our tables, never from the client, so its brackets need no encoding. */
export function encodeParameter(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}`;
}
