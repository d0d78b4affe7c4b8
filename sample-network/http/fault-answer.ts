import { notAuthenticated, notPermitted } from '../application.js';
import type { Fault } from '../faults.js';
import type { RateWindow } from '../rate-window.js';
import { type Answer, failure } from '../wire/envelope.js';
import type { Wire, WireRecord } from '../wire/php-json.js';

/** The answer that a fault puts in place of the real one; `null` when it leaves the call to the application. */
export function replaceAnswer(fault: Fault, key: string, networkId: string, rate: RateWindow): Answer | null {
  switch (fault.name) {
    case 'rate-limit':
      return failure(rate.message(networkId));
    case 'permission':
      return failure(notPermitted);
    case 'key-rotated':
      return fault.value === 0 ? failure(notAuthenticated(key)) : null;
    case 'errors-object':
      return { kind: 'error', message: 'Something went wrong', errors: { publicMessage: 'Something went wrong' } };
    case 'error-with-key':
      return failure(`Internal error while serving api_key=${key} (request logged as ${key}.txt)`);
    case 'data-empty':
      return { kind: 'data', data: '' };
    case 'data-null':
      return { kind: 'data', data: null };
    default:
      return null;
  }
}

/** What a fault does to a good answer. */
export function corruptAnswer(fault: Fault, result: Answer, key: string): Answer {
  if (result.kind !== 'data') return result;
  if (fault.name === 'key-in-data') return { ...result, data: withKey(result.data, key) };
  if (!isPage(result.data)) return result;
  if (fault.name === 'page-count-null') return { ...result, data: { ...result.data, pageCount: null } };
  if (fault.name === 'rows-as-map' && isList(result.data.data)) {
    // Numbered from 1: PHP writes the keys 0 to n-1 as a list.
    const rows = new Map(result.data.data.map((row, index) => [String(index + 1), row] as const));
    return { ...result, data: { ...result.data, data: rows } };
  }
  if (fault.name === 'counters-missing') {
    return { ...result, data: { ...result.data, page: undefined, count: undefined } };
  }
  return result;
}

function isPage(data: Wire): data is WireRecord {
  return typeof data === 'object' && data !== null && 'pageCount' in data;
}

const texts = new Set(['name', 'title', 'description', 'company_name', 'click_url']);

function withKey(value: Wire, key: string, member = ''): Wire {
  if (typeof value === 'string') return texts.has(member) ? `${value} ${key}` : value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => withKey(item, key));
  if (value instanceof Map) return new Map([...value].map(([name, inner]) => [name, withKey(inner, key, name)]));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inner === undefined ? inner : withKey(inner, key, name)]),
  );
}

function isList(value: Wire | undefined): value is readonly Wire[] {
  return Array.isArray(value);
}
