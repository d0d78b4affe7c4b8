import { describe, expect, it } from 'vitest';
import { otherSecret, tokenSecret } from '../proxy/fixtures/jwt.js';
import { createTokens } from '../proxy/tokens/tokens.js';
import { parseArguments } from './arguments.js';
import { mintToken, type TokenArguments } from './token.js';
import { UsageError } from './usage-error.js';

const tokens = createTokens({ secret: tokenSecret, networkId: 'demo' });
const environment = { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_TOKEN_SECRET: tokenSecret };
const files = new Map([
  ['/run/secret', `${tokenSecret}\n`],
  ['/run/short', 'SECRET1'],
]);
const readFile = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`ENOENT ${path}`);
  return text;
};

const mint = async (args: readonly string[], variables: TokenArgumentsEnvironment = environment): Promise<string> =>
  mintToken(parseArguments(['token', ...args]) as TokenArguments, { environment: variables, readFile });
type TokenArgumentsEnvironment = { readonly [name: string]: string | undefined };
const good = ['--subject', 'member-42', '--scopes', 'stats'];

describe('hasoffers-widgets token', () => {
  it('mints what its options say', async () => {
    const args = ['--scopes', 'stats,conversions', '--lock', 'aff_sub=member-42', '--lock', 'offer_ids=3,12'];
    const token = await mint(['--subject', 'member-42', ...args, '--expires', '60']);
    const claims = await tokens.verify(token);
    expect(claims).toMatchObject({
      subject: 'member-42',
      scopes: ['stats', 'conversions'],
      lock: { aff_sub: 'member-42', offer_ids: ['3', '12'] },
    });
    const left = claims.expiresAt - Date.now() / 1000;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60);
  });

  it.each([
    ['the environment', good, environment],
    [
      'a file that the environment names',
      good,
      { HASOFFERS_NETWORK_ID: 'demo', HASOFFERS_TOKEN_SECRET_FILE: '/run/secret' },
    ],
    [
      'a file, whatever the environment says',
      [...good, '--secret-file', '/run/secret'],
      { ...environment, HASOFFERS_TOKEN_SECRET: otherSecret },
    ],
    [
      'the environment, the network from an option',
      [...good, '--network', 'demo'],
      { HASOFFERS_TOKEN_SECRET: tokenSecret },
    ],
  ])('takes the secret from %s', async (_, args, variables) => {
    expect((await tokens.verify(await mint(args, variables))).lock).toBeUndefined();
  });

  it.each([
    ['no secret', good, { HASOFFERS_NETWORK_ID: 'demo' }, /secret is missing/],
    ['no network', good, { HASOFFERS_TOKEN_SECRET: tokenSecret }, /network id is missing/],
    ['no subject', ['--scopes', 'stats'], environment, /--subject/],
    ['no scopes', ['--subject', 'x'], environment, /--scopes/],
    ['an unknown scope', ['--subject', 'x', '--scopes', 'SECRET1'], environment, /scopes must be/],
    ['a time in words', [...good, '--expires', 'soon'], environment, /expiresIn/],
    ['a lock without a value', [...good, '--lock', 'aff_sub'], environment, /name and a value/],
    ['a lock in upper case', [...good, '--lock', 'aff_sub=SECRET1'], environment, /aff_sub must be/],
    ['two locks on one column', [...good, '--lock', 'aff_sub=a', '--lock', 'aff_sub=b'], environment, /same name/],
    ['payments with a lock', ['--subject', 'x', '--scopes', 'payments', '--lock', 'source=a'], environment, /payments/],
    ['a short secret', [...good, '--secret-file', '/run/short'], environment, /fewer than 32 bytes/],
    ['a file that is not there', [...good, '--secret-file', '/run/SECRET1'], environment, /cannot be read/],
  ])('refuses, with a message that repeats no input: %s', async (_, args, variables, message) => {
    const error = await mint(args, variables).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(message);
    expect((error as UsageError).message).not.toContain('SECRET1');
  });
});
