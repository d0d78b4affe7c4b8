import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken } from './token.js';

/** A token of any kind of claims; the signature is not looked at. */
function sign(claims: unknown): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`;
}

const member = { sub: 'member-42', iat: 1000, exp: 1600, scope: 'stats' };

describe('a token', () => {
  it('of text has the life that its claims tell, whatever the time is', () => {
    expect(parseToken(sign(member))).toMatchObject({ text: sign(member), lifetime: 600_000 });
  });

  it('with a life beside it has that one', () => {
    expect(parseToken({ token: sign(member), expiresIn: 60 })).toMatchObject({ text: sign(member), lifetime: 60_000 });
  });

  it.each([
    ['without `exp`', sign({ ...member, exp: undefined })],
    ['without `iat`', sign({ ...member, iat: undefined })],
    ['that ends before it begins', sign({ ...member, exp: 900 })],
    ['of another kind', 'opaque~token'],
    ['whose payload is no JSON', 'a.b.c'],
    ['whose payload is a list', sign(['x'])],
    ['whose payload is null', sign(null)],
    ['with a life that is no number', { token: 'opaque', expiresIn: '60' }],
    ['with a life of none', { token: 'opaque', expiresIn: 0 }],
    ['with a life that is NaN', { token: 'opaque', expiresIn: Number.NaN }],
  ])('%s lives until the proxy says otherwise', (_, answer) => {
    expect(parseToken(answer)?.lifetime).toBe(Number.POSITIVE_INFINITY);
  });

  it('has the lock of its claims, for elements that show it', () => {
    expect(parseToken(sign({ ...member, lock: { aff_sub: 'member-42' } }))?.lock).toEqual({ aff_sub: 'member-42' });
    expect(parseToken(sign({ ...member, lock: 'x' }))?.lock).toEqual({});
    expect(parseToken('opaque~token')?.lock).toEqual({});
  });

  it('is trimmed', () => {
    expect(parseToken(` ${sign(member)}\r\n`)?.text).toBe(sign(member));
  });

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an empty text', ' '],
    ['a page of HTML', '<!doctype html>'],
    ['a JSON text', '{"token":"x"}'],
    ['a text with a line break', 'abc\ndef'],
    ['a number', 7],
    ['a list', ['abc']],
    ['an object without a token', { expiresIn: 60 }],
    ['an object with a token that is none', { token: 'Bearer abc', expiresIn: 60 }],
  ])('is not %s', (_, answer) => {
    expect(parseToken(answer)).toBeUndefined();
  });
});

describe('tokens are for the same data', () => {
  const subjectOf = (answer: unknown) => parseToken(answer)?.subject;

  it('when subject and lock are the same', () => {
    const lock = { aff_sub: 'member-42' };
    expect(subjectOf(sign({ ...member, lock }))).toBe(subjectOf({ token: sign({ ...member, lock, iat: 2000 }) }));
  });

  it.each([
    ['another subject', { sub: 'member-43' }],
    ['a subject in other letters', { sub: 'mémber-42' }],
    ['another lock', { lock: { aff_sub: 'member-43' } }],
    ['another locked column', { lock: { aff_sub2: 'member-42' } }],
    ['no lock', { lock: undefined }],
  ])('but not with %s', (_, claims) => {
    const locked = { ...member, lock: { aff_sub: 'member-42' } };
    expect(subjectOf(sign({ ...locked, ...claims }))).not.toBe(subjectOf(sign(locked)));
  });

  it('but not when they do not say whose it is', () => {
    expect(subjectOf('opaque-1')).not.toBe(subjectOf('opaque-2'));
    expect(subjectOf(sign({ iat: 1 }))).not.toBe(subjectOf(sign({ iat: 2 })));
  });
});

it('nothing that a page returns makes it throw', () => {
  const part = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  const text = fc.oneof(
    fc.string(),
    fc.tuple(part, part, part).map((parts) => parts.join('.')),
  );
  const answer = fc.oneof(text, fc.anything(), fc.record({ token: text, expiresIn: fc.anything() }));
  fc.assert(
    fc.property(answer, (given) => {
      const token = parseToken(given);
      if (!token) return true;
      return token.lifetime > 0 && /^[!-~]+$/.test(token.text) && token.subject.length > 0;
    }),
  );
});
