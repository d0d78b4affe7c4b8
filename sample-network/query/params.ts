import type { PhpArray, PhpValue } from '../wire/php-params.js';
import { invalidParameter, missingParameter } from './query-error.js';

export function readText(params: PhpArray, name: string): string | undefined {
  const value = params.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function readRequired(params: PhpArray, name: string): string {
  const value = readText(params, name);
  if (value === undefined || value === '') throw missingParameter(name);
  return value;
}

export function readMap(params: PhpArray, name: string): PhpArray {
  const value = params.get(name);
  return value instanceof Map ? value : new Map();
}

/** `ids[]=1&ids[]=2`; a single `ids=1` counts as a list of one. */
export function readList(params: PhpArray, name: string): readonly string[] {
  return toList(params.get(name));
}

export function toList(value: PhpValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return [...value.values()].filter((item): item is string => typeof item === 'string');
}

/** `null` when absent. "Row id is negative" is recorded for ids; the same care is taken for counts. */
export function readCount(params: PhpArray, name: string): number | null {
  const value = readText(params, name);
  if (value === undefined || value === '') return null;
  if (!/^\d{1,9}$/.test(value)) throw invalidParameter(name, `${name} must be a positive whole number.`);
  return Number(value);
}
