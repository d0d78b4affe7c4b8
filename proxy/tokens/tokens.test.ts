import { describe, expect, it } from 'vitest';
import { changeClaims, leaveUnsigned, otherSecret, signByHand, tokenSecret } from '../fixtures/jwt.js';
import { createTokens, type MintOptions, TokenError } from './tokens.js';

const networkId = 'demo';
/** A fixed time, so that nothing here depends on when it runs. */
const issuedAt = 1_800_000_000;
let seconds = issuedAt;
const now = (): number => seconds * 1000;
const tokens = createTokens({ secret: tokenSecret, networkId, now });
const claims = { sub: 'member-42', aud: networkId, iat: issuedAt, exp: issuedAt + 600, scope: 'stats' };

async function codeOf(token: string | Promise<string>, verifier = tokens): Promise<string> {
  try {
    await verifier.verify(await token);
    return 'accepted';
  } catch (error) {
    return error instanceof TokenError ? error.code : String(error);
  }
}

async function at<Result>(time: number, work: () => Promise<Result>): Promise<Result> {
  seconds = time;
  try {
    return await work();
  } finally {
    seconds = issuedAt;
  }
}

describe('a token', () => {
  it('says what it was minted with', async () => {
    const lock = { aff_sub: 'member-42', offer_ids: [20, '3', 3] };
    const token = await tokens.mint({ subject: 'member-42', scopes: ['stats', 'conversions', 'stats'], lock });
    expect(await tokens.verify(token)).toEqual({
      subject: 'member-42',
      scopes: ['stats', 'conversions'],
      lock: { aff_sub: 'member-42', offer_ids: ['3', '20'] },
      expiresAt: issuedAt + 600,
    });
  });

  it('is a JWT with the documented claims, as any library makes them', async () => {
    const minted = await tokens.mint({ subject: 'member-42', scopes: ['stats'], lock: { source: 'blog' } });
    const [header = '', body = ''] = minted.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(body)).toEqual({ ...claims, lock: { source: 'blog' } });
    expect(await tokens.verify(await signByHand(claims))).toMatchObject({ subject: 'member-42', scopes: ['stats'] });
  });

  it('is for one network', async () => {
    const other = createTokens({ secret: tokenSecret, networkId: 'other', now });
    expect(await codeOf(other.mint({ subject: 'x', scopes: ['stats'] }))).toBe('TOKEN_INVALID');
  });

  it('ends when it says, with 30 seconds for clocks that do not agree', async () => {
    const token = await tokens.mint({ subject: 'x', scopes: ['stats'], expiresIn: 600 });
    expect(await at(issuedAt + 629, () => codeOf(token))).toBe('accepted');
    expect(await at(issuedAt + 631, () => codeOf(token))).toBe('TOKEN_EXPIRED');
    expect(await at(issuedAt - 29, () => codeOf(token))).toBe('accepted');
    expect(await at(issuedAt - 31, () => codeOf(token))).toBe('TOKEN_INVALID');
  });

  it('with a scope that this version does not know opens the others', async () => {
    const token = await signByHand({ ...claims, scope: 'stats everything' });
    expect((await tokens.verify(token)).scopes).toEqual(['stats']);
  });

  it('names offers in a list or with commas between', async () => {
    for (const offer_ids of ['20,3', [20, 3], ['3', '20']]) {
      const token = await tokens.mint({ subject: 'x', scopes: ['stats'], lock: { offer_ids } });
      expect((await tokens.verify(token)).lock).toEqual({ offer_ids: ['3', '20'] });
    }
  });
});

describe('is refused', () => {
  it.each([
    ['text that is no token', 'abc'],
    ['an empty one', ''],
    ['none', undefined as unknown as string],
    ['a very long one', 'a'.repeat(9000)],
    ['another secret', signByHand(claims, { secret: otherSecret })],
    [
      'a changed claim',
      signByHand(claims).then((token) => changeClaims(token, (known) => ({ ...known, scope: 'payments' }))),
    ],
    ['alg none', leaveUnsigned(claims)],
    ['alg None', leaveUnsigned(claims, { alg: 'None' })],
    ['alg HS256 without a signature', leaveUnsigned(claims, { alg: 'HS256' })],
    ['alg HS512', signByHand(claims, { header: { alg: 'HS512' }, hash: 'SHA-512' })],
    ['alg HS256 signed with another hash', signByHand(claims, { hash: 'SHA-384' })],
    ['no alg', signByHand(claims, { header: { typ: 'JWT' } })],
    ['an extension that must be understood', signByHand(claims, { header: { alg: 'HS256', crit: ['x'], x: 1 } })],
    ['an unencoded payload', signByHand(claims, { header: { alg: 'HS256', crit: ['b64'], b64: false } })],
    ['no aud', signByHand({ ...claims, aud: undefined })],
    ['another aud', signByHand({ ...claims, aud: 'Demo' })],
    ['no sub', signByHand({ ...claims, sub: undefined })],
    ['a sub that is no text', signByHand({ ...claims, sub: 42 })],
    ['no iat', signByHand({ ...claims, iat: undefined })],
    ['no exp', signByHand({ ...claims, exp: undefined })],
    ['a life of more than an hour', signByHand({ ...claims, exp: issuedAt + 3601 })],
    ['a time as text', signByHand({ ...claims, exp: String(issuedAt + 600) })],
    ['no scope', signByHand({ ...claims, scope: undefined })],
    ['scopes as a list', signByHand({ ...claims, scope: ['stats'] })],
    ['a lock of null', signByHand({ ...claims, lock: null })],
    ['an empty lock', signByHand({ ...claims, lock: {} })],
    ['an empty lock as PHP writes it', signByHand({ ...claims, lock: [] })],
    ['a lock on another column', signByHand({ ...claims, lock: { aff_sub6: 'x' } })],
    ['a lock with a value in upper case', signByHand({ ...claims, lock: { aff_sub: 'Member-42' } })],
    ['a lock that is half understood', signByHand({ ...claims, lock: { aff_sub: 'x', user: 'y' } })],
  ])('%s', async (_, token) => {
    expect(await codeOf(token)).toBe('TOKEN_INVALID');
  });

  it('with a message that holds nothing of it', async () => {
    const token = await signByHand({ ...claims, sub: 'SUBJECT', lock: { aff_sub: 'SECRETVALUE' } });
    const error = await tokens.verify(token).catch((reason: Error) => reason);
    expect(`${(error as Error).message} ${(error as Error).stack}`).not.toMatch(/SUBJECT|SECRETVALUE|eyJ/);
  });
});

describe('is not minted', () => {
  const good: MintOptions = { subject: 'x', scopes: ['stats'] };
  it.each([
    ['without a subject', { ...good, subject: '' }, /subject/],
    ['without scopes', { ...good, scopes: [] }, /scopes/],
    ['with an unknown scope', { ...good, scopes: ['stats', 'everything'] }, /scopes/],
    ['with scopes as text', { ...good, scopes: 'stats' }, /scopes/],
    ['for more than an hour', { ...good, expiresIn: 3601 }, /expiresIn/],
    ['for no time', { ...good, expiresIn: 0 }, /expiresIn/],
    ['for a time that is no number', { ...good, expiresIn: '600' }, /expiresIn/],
    ['with an empty lock', { ...good, lock: {} }, /lock/],
    ['with a lock of null', { ...good, lock: null }, /lock/],
    ['with a value that is not there', { ...good, lock: { aff_sub: undefined } }, /aff_sub/],
    ['with an empty value', { ...good, lock: { aff_sub: '' } }, /aff_sub/],
    ['with a value in upper case', { ...good, lock: { aff_sub3: 'Member' } }, /aff_sub3/],
    ['with a blank in a value', { ...good, lock: { source: 'a b' } }, /source/],
    ['with a value that could end a parameter', { ...good, lock: { source: 'a&b' } }, /source/],
    ['with a value that is too long', { ...good, lock: { aff_sub: 'x'.repeat(65) } }, /aff_sub/],
    ['with a number for a value', { ...good, lock: { aff_sub: 42 } }, /aff_sub/],
    ['with no offers', { ...good, lock: { offer_ids: [] } }, /offer_ids/],
    ['with offers that are no ids', { ...good, lock: { offer_ids: '1,two' } }, /offer_ids/],
    ['with an offer that is none', { ...good, lock: { offer_ids: [0] } }, /offer_ids/],
    ['with a lock on another column', { ...good, lock: { affiliate_id: '1' } }, /may hold/],
    ['with payments and a lock', { ...good, scopes: ['stats', 'payments'], lock: { aff_sub: 'x' } }, /payments/],
    ['with messages and a lock', { ...good, scopes: ['messages'], lock: { aff_sub: 'x' } }, /messages/],
  ])('%s', async (_, options, message) => {
    const minting = tokens.mint(options as MintOptions);
    await expect(minting).rejects.toThrow(TypeError);
    await expect(minting).rejects.toThrow(message);
  });
});

describe('secrets', () => {
  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['none', undefined as unknown as string],
    ['an empty list', []],
    ['fewer than 32 bytes', 'x'.repeat(31)],
    ['a second one of fewer than 32 bytes', `${tokenSecret},${'x'.repeat(31)}`],
    ['a list with one of fewer than 32 bytes', [tokenSecret, 'short']],
  ])('%s: refused, and not repeated', (_, secret) => {
    const create = () => createTokens({ secret: secret as string, networkId });
    expect(create).toThrow(TypeError);
    expect(create).not.toThrow(/xxx|short(?!er)|tests/);
  });

  it.each([
    ['as text', `${otherSecret}, ${tokenSecret}`],
    ['as a list', [otherSecret, tokenSecret]],
  ])('two of them %s: the first signs, both are accepted', async (_, secret) => {
    const both = createTokens({ secret, networkId, now });
    const old = await tokens.mint({ subject: 'x', scopes: ['stats'] });
    expect(await codeOf(old, both)).toBe('accepted');
    const fresh = await both.mint({ subject: 'x', scopes: ['stats'] });
    expect(await codeOf(fresh)).toBe('TOKEN_INVALID');
    expect(await codeOf(fresh, createTokens({ secret: otherSecret, networkId, now }))).toBe('accepted');
    // Signed with the old one and expired: the reason is not lost over trying both.
    expect(await at(issuedAt + 700, () => codeOf(old, both))).toBe('TOKEN_EXPIRED');
  });

  it.each(['', 'a.b', 'a/b', undefined])('network id %s: refused', (id) => {
    expect(() => createTokens({ secret: tokenSecret, networkId: id as string })).toThrow(/networkId/);
  });
});
