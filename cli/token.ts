import { createTokens, type MintOptions } from '../proxy/tokens/tokens.js';
import { UsageError } from './usage-error.js';

/** The arguments of `hasoffers-widgets token`, not checked yet. */
export interface TokenArguments {
  readonly command: 'token';
  readonly subject: string | undefined;
  readonly scopes: string | undefined;
  /** Each `name=value`. */
  readonly lock: readonly string[];
  readonly expires: string | undefined;
  readonly network: string | undefined;
  readonly secretFile: string | undefined;
}

export interface TokenContext {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly readFile: (path: string) => string;
}

/**
 * Mints a token. The secret comes from the environment or a file, never from an argument: arguments are in the shell's
 * history and in the list of processes.
 *
 * @throws UsageError that repeats nothing of the secret
 */
export async function mintToken(args: TokenArguments, { environment, readFile }: TokenContext): Promise<string> {
  const networkId = args.network ?? environment.HASOFFERS_NETWORK_ID;
  if (!networkId) throw new UsageError('The network id is missing: set HASOFFERS_NETWORK_ID or --network.');
  const secret = readSecret(args.secretFile ?? environment.HASOFFERS_TOKEN_SECRET_FILE, environment, readFile);
  if (args.subject === undefined) throw new UsageError('--subject is missing.');
  if (args.scopes === undefined) throw new UsageError('--scopes is missing.');
  const options = {
    subject: args.subject,
    scopes: args.scopes.split(/[\s,]+/).filter(Boolean) as unknown as MintOptions['scopes'],
    ...(args.lock.length > 0 && { lock: readLock(args.lock) }),
    ...(args.expires !== undefined && { expiresIn: Number(args.expires) }),
  };
  try {
    return await createTokens({ secret, networkId }).mint(options);
  } catch (error) {
    // The message names the argument and repeats no value.
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function readSecret(
  file: string | undefined,
  environment: TokenContext['environment'],
  readFile: TokenContext['readFile'],
): string {
  const named = environment.HASOFFERS_TOKEN_SECRET;
  if (file === undefined) {
    if (named) return named;
    throw new UsageError('The secret is missing: set HASOFFERS_TOKEN_SECRET or --secret-file.');
  }
  try {
    return readFile(file);
  } catch {
    throw new UsageError('The file with the secret cannot be read.');
  }
}

function readLock(locks: readonly string[]): Record<string, string> {
  const entries = locks.map((text) => {
    const equals = text.indexOf('=');
    if (equals < 1) throw new UsageError('--lock must be a name and a value: --lock aff_sub=member-42');
    return [text.slice(0, equals), text.slice(equals + 1)] as const;
  });
  const names = new Set(entries.map(([name]) => name));
  if (names.size < entries.length) throw new UsageError('Two --lock options have the same name.');
  return Object.fromEntries(entries);
}
