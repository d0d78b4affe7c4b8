import { parseArgs } from 'node:util';
import { findEndpointProblem } from './endpoint.js';
import type { TokenArguments } from './token.js';
import { UsageError } from './usage-error.js';

export interface CheckArguments {
  readonly command: 'check';
  readonly endpoint: string;
  readonly origin: string | undefined;
  readonly json: boolean;
  readonly timeout: number;
}

/** A command without arguments. */
export interface PlainCommand {
  readonly command: (typeof plainCommands)[number];
}

const plainCommands = ['init', 'proxy', 'sample-network'] as const;

export const usage = `Usage: hasoffers-widgets init
       hasoffers-widgets sample-network
       hasoffers-widgets proxy
       hasoffers-widgets check <endpoint> [options]
       hasoffers-widgets token --subject <subject> --scopes <scopes> [options]

init: writes a page, a server for it, and a README into this folder. Overwrites nothing.

sample-network: starts a simulated network, to try things without an account. PORT, default 8788.

proxy: starts the proxy, set up by variables such as HASOFFERS_NETWORK_ID and HASOFFERS_API_KEY. PORT, default 8787.

check: checks a proxy for the widgets from outside: is it reachable, safe and fast? Changes nothing in the account.

  <endpoint>         URL of the proxy, such as https://www.your-site.example/hasoffers
  --origin <origin>  origin of your pages, such as https://www.your-site.example
  --timeout <ms>     timeout of each request, default 10000
  --json             print the findings as JSON

Exit code: 0 without problems, 1 with problems, 2 for wrong usage.

token: prints a token for the signed-in scope, to try it out. In production your own server mints tokens.

  --subject <subject>   the signed-in user, such as member-42
  --scopes <scopes>     comma separated, of stats, conversions, payments, messages
  --lock <name=value>   restricts the token to these rows, such as aff_sub=member-42; may be repeated
  --expires <seconds>   lifetime, default 600, at most 3600
  --network <id>        network id, default HASOFFERS_NETWORK_ID
  --secret-file <path>  file with the secret, default HASOFFERS_TOKEN_SECRET_FILE, else HASOFFERS_TOKEN_SECRET`;

/** @throws UsageError */
export function parseArguments(args: readonly string[]): CheckArguments | TokenArguments | PlainCommand | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [command, ...others] = positionals;
  if (command === 'token') return toTokenArguments(values, others);
  if (command === 'check') return toCheckArguments(values, others);
  const plain = plainCommands.find((name) => name === command);
  if (plain !== undefined) return toPlainCommand(plain, values, others);
  throw new UsageError(
    command === undefined
      ? 'The command is missing.'
      : 'The commands are init, sample-network, proxy, check and token.',
  );
}

function toPlainCommand(command: PlainCommand['command'], values: Values, others: readonly string[]): PlainCommand {
  refuseOtherOptions(values, command);
  if (others.length > 0) throw new UsageError(`"${command}" accepts no arguments. Keys are never arguments.`);
  return { command };
}

type Values = ReturnType<typeof parse>['values'];

const options = {
  init: [],
  proxy: [],
  'sample-network': [],
  check: ['origin', 'timeout', 'json'],
  token: ['subject', 'scopes', 'lock', 'expires', 'network', 'secret-file'],
} as const;

function refuseOtherOptions(values: Values, command: keyof typeof options): void {
  const known: readonly string[] = options[command];
  const other = Object.keys(values).find((name) => !known.includes(name));
  if (other !== undefined) throw new UsageError(`--${other} is not an option of "${command}".`);
}

function toTokenArguments(values: Values, others: readonly string[]): TokenArguments {
  refuseOtherOptions(values, 'token');
  if (others.length > 0) throw new UsageError('"token" accepts options only. The secret is never an argument.');
  const { subject, scopes, lock = [], expires, network, 'secret-file': secretFile } = values;
  return { command: 'token', subject, scopes, lock, expires, network, secretFile };
}

function toCheckArguments(values: Values, [endpoint, ...others]: readonly string[]): CheckArguments {
  refuseOtherOptions(values, 'check');
  if (endpoint === undefined) throw new UsageError('The endpoint is missing.');
  if (others.length > 0) throw new UsageError('Give one endpoint only.');
  const problem = findEndpointProblem(endpoint);
  if (problem !== undefined) throw new UsageError(problem);
  const { origin, timeout = '10000', json = false } = values;
  if (
    origin !== undefined &&
    (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin))
  ) {
    throw new UsageError('--origin must be scheme and host only: https://www.your-site.example');
  }
  if (!/^[1-9]\d{2,5}$/.test(timeout))
    throw new UsageError('--timeout must be a number of milliseconds from 100 to 999999.');
  return { command: 'check', endpoint, origin, json, timeout: Number(timeout) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        origin: { type: 'string' },
        timeout: { type: 'string' },
        json: { type: 'boolean' },
        subject: { type: 'string' },
        scopes: { type: 'string' },
        lock: { type: 'string', multiple: true },
        expires: { type: 'string' },
        network: { type: 'string' },
        'secret-file': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    // The parser's message is dropped: it repeats what was typed, which may be a key in the wrong place.
    throw new UsageError('An option is unknown, or its value is missing.');
  }
}
