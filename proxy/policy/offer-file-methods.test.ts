import { describe, expect, it } from 'vitest';
import { parseConfig } from '../core/config.js';
import { createPolicy } from './policy.js';
import { filterBySchema } from './response-schema.js';

const methodId = 'Affiliate_OfferFile::findAll';
const withCode = 'Affiliate_OfferFile::findAll+code';
const query = 'Target=Affiliate_OfferFile&Method=findAll';
const policyFor = (...allow: readonly string[]) => createPolicy({ linkHosts: [], allow });

/** What is left of a creative whose HTML is this. */
function filteredCode(code: unknown, ...allow: readonly string[]): unknown {
  const file = { id: '4', display: 'Teaser', code, flash_vars: 'x', account_id: '9', interface: 'network' };
  const page = { page: 1, current: 0, count: 1, pageCount: 1, data: { 4: { OfferFile: file } } };
  const schema = policyFor(...allow).methods.get(methodId)?.responseSchema;
  const filtered = (schema && filterBySchema(schema, page)) as {
    readonly data: { readonly 4: { readonly OfferFile: { readonly code: unknown } } };
  };
  const { code: left, ...rest } = filtered.data[4].OfferFile;
  expect(rest).toEqual({ id: '4', display: 'Teaser' });
  return left;
}

describe('creatives', () => {
  it('are refused until they are allowed', () => {
    expect(() => policyFor().parse(query)).toThrow(expect.objectContaining({ code: 'METHOD_NOT_ALLOWED' }));
    expect(policyFor(methodId).parse(`${query}&filters[width][]=300&sort[id]=desc`).query).toContain('width');
    expect(policyFor(withCode).parse(query).method.methodId).toBe(methodId);
  });

  it('come without their HTML, whatever is asked', () => {
    expect(filteredCode('<b>', methodId)).toBeUndefined();
    expect(() => policyFor(methodId).parse(`${query}&fields[]=code`)).toThrow(
      expect.objectContaining({ code: 'BAD_PARAMETER' }),
    );
  });

  it('come with it where +code allows that, in whatever order both are named', () => {
    for (const allow of [[withCode], [withCode, methodId], [methodId, withCode]]) {
      expect(filteredCode('<b>', ...allow)).toBe('<b>');
      expect(policyFor(...allow).parse(`${query}&fields[]=code`).query).toContain('fields[]=code');
    }
    expect(filteredCode(null, withCode)).toBeNull();
  });

  it('lose HTML of more than 64 kB, and nothing else', () => {
    expect(filteredCode('x'.repeat(64_000), withCode)).toHaveLength(64_000);
    expect(filteredCode('x'.repeat(64_001), withCode)).toBeUndefined();
    // Two bytes each.
    expect(filteredCode('é'.repeat(32_001), withCode)).toBeUndefined();
  });

  it('can be allowed by HASOFFERS_ALLOW, which knows no other +code', () => {
    const allow = (value: string) =>
      parseConfig(
        { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_API_KEY: '0123456789abcdef', HASOFFERS_ALLOW: value },
        { checkKeyFile: () => undefined, checkRedisUrl: () => undefined },
      ).options.allow;
    expect(allow(withCode)).toEqual([withCode]);
    for (const wrong of ['Affiliate_Goal::findAll+code', 'Affiliate_OfferFile::findById+code', `${methodId}+x`])
      expect(() => allow(wrong)).toThrow();
  });

  it('are named on a tracking link', () => {
    const link = 'Target=Affiliate_Offer&Method=generateTrackingLink&offer_id=4';
    expect(policyFor().parse(`${link}&params[file_id]=12`).query).toContain('params[file_id]=12');
    expect(() => policyFor().parse(`${link}&params[file_id]=x`)).toThrow(
      expect.objectContaining({ code: 'BAD_PARAMETER' }),
    );
  });
});
