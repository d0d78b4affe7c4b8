import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraMethods } from './extra-methods.js';
import type { ApiMethod } from './method.js';
import { checkParameters } from './parameters.js';
import { createPolicy } from './policy.js';
import { ProxyError } from './proxy-error.js';
import { signedInMethods } from './signed-in-methods.js';

const allow = [...extraMethods, ...signedInMethods].map((method) => method.methodId);
const policy = createPolicy({ linkHosts: ['shop.example', 'other.example:8443'], allow });
const methods = [...policy.methods.values()];

function query(method: ApiMethod, ...parameters: readonly (readonly [string, string])[]): string {
  const all = [['Target', method.target], ['Method', method.method], ...parameters] as const;
  return all.map(([name = '', value = '']) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** What a method cannot do without, apart from one parameter. */
function required(method: ApiMethod, except: string): [string, string][] {
  return [...method.parameters].flatMap(([name, { required: isRequired, rule }]) =>
    isRequired && name !== except ? [[name, rule.allowed[0] ?? '']] : [],
  );
}

function codeOf(rawQuery: string): string {
  return codeOfWork(() => policy.parse(rawQuery));
}

/** Each parameter by itself, without what depends on several (`refine`). */
function tableCodeOf(method: ApiMethod, ...pairs: readonly (readonly [string, string])[]): string {
  const parameters = pairs.map(([name, value]) => ({ name, value }));
  return codeOfWork(() => checkParameters(parameters, method.parameters));
}

function codeOfWork(work: () => unknown): string {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof ProxyError ? error.code : String(error);
  }
}

describe.each(methods.map((method) => [method.methodId, method] as const))('%s', (_, method) => {
  it('is allowed with its required parameters; refused in other case, with another target and with unknown parameters', () => {
    const plain = query(method, ...required(method, ''));
    expect(codeOf(plain)).toBe('allowed');
    expect(codeOf(plain.replace(`Method=${method.method}`, `Method=${method.method.toUpperCase()}`))).toBe(
      'METHOD_NOT_ALLOWED',
    );
    expect(codeOf(plain.replace(method.target, 'Affiliate_ApiKey'))).toBe('METHOD_NOT_ALLOWED');
    expect(codeOf(`${plain}&Method=${method.method}`)).toBe('DUPLICATE_PARAMETER');
    for (const name of [
      'api_key',
      'NetworkId',
      'NetworkToken',
      'SessionToken',
      'callback',
      'Format',
      '_',
      'LIMIT',
      'filters',
      'contain',
    ]) {
      expect([name, codeOf(`${plain}&${name}=1`)]).toEqual([name, 'UNKNOWN_PARAMETER']);
    }
  });

  it('accepts every listed parameter with the values of its rule, and no others', () => {
    for (const [name, { rule, max, required: isRequired }] of method.parameters) {
      const rest = required(method, name);
      for (const value of rule.allowed)
        expect([name, value, tableCodeOf(method, ...rest, [name, value])]).toEqual([name, value, 'allowed']);
      for (const value of rule.refused)
        expect([name, value, tableCodeOf(method, ...rest, [name, value])]).toEqual([name, value, 'BAD_PARAMETER']);
      const value = rule.allowed[0] ?? '';
      const tooMany = Array.from({ length: max + 1 }, () => [name, value] as const);
      expect([name, codeOf(query(method, ...rest, ...tooMany))]).toEqual([
        name,
        max === 1 ? 'DUPLICATE_PARAMETER' : 'BAD_PARAMETER',
      ]);
      if (isRequired) expect([name, codeOf(query(method, ...rest))]).toEqual([name, 'MISSING_PARAMETER']);
    }
  });
});

describe('canonical form', () => {
  const [findAll] = methods.filter((method) => method.methodId === 'Affiliate_Offer::findAll');
  const parse = (...parameters: readonly (readonly [string, string])[]): string =>
    policy.parse(query(findAll as ApiMethod, ...parameters)).query;

  it('is the same for every spelling of one query', () => {
    const canonical = parse(
      ['limit', '20'],
      ['fields[]', 'id'],
      ['fields[]', 'name'],
      ['sort[name]', 'asc'],
      ['page', '1'],
    );
    expect(canonical).toBe(
      'Target=Affiliate_Offer&Method=findAll&fields[]=id&fields[]=name&limit=20&page=1&sort[name]=asc',
    );
    const other = parse(
      ['sort[Offer.name]', 'asc'],
      ['fields[]', 'Offer.name'],
      ['fields[]', 'id'],
      ['fields[]', 'id'],
      ['limit', '20'],
    );
    expect(other).toBe(canonical);
    expect(
      policy.parse(
        '&limit=%320&page=1&fields%5b%5d=id&fields[]=n%61me&sort[name]=asc&Method=findAll&&Target=Affiliate_Offer',
      ).query,
    ).toBe(canonical);
  });

  it('adds the relation that a filter needs', () => {
    expect(parse(['filters[Country.code][]', 'DE'])).toContain('contain[]=Country');
  });

  it('refuses a name that is both text and map', () => {
    const both = query(findAll as ApiMethod, ['filters[name]', 'a'], ['filters[name][LIKE]', 'b']);
    expect(codeOf(both)).toBe('DUPLICATE_PARAMETER');
  });

  it('is a fixed point: parsing it again changes nothing', () => {
    const known = [...(findAll?.parameters ?? [])].flatMap(([name, { rule }]) =>
      rule.allowed.map((value): [string, string] => [name, value]),
    );
    fc.assert(
      fc.property(fc.subarray(known, { maxLength: 8 }), fc.boolean(), (parameters, reversed) => {
        let once: string;
        try {
          once = parse(...(reversed ? [...parameters].reverse() : parameters));
        } catch (error) {
          expect(error).toBeInstanceOf(ProxyError);
          return;
        }
        expect(policy.parse(once).query).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
