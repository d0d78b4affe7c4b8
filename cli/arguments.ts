import { parseArgs } from 'node:util';
import { findEndpointProblem } from './endpoint.js';

export interface Arguments {
  readonly endpoint: string;
  readonly origin: string | undefined;
  readonly json: boolean;
  readonly timeout: number;
}

export const usage = `Usage: hasoffers-widgets check <endpoint> [options]

Checks a proxy for the widgets from outside: is it reachable, safe and fast? Changes nothing in the account.

  <endpoint>         URL of the proxy, such as https://www.your-site.example/hasoffers
  --origin <origin>  origin of your pages, such as https://www.your-site.example
  --timeout <ms>     timeout of each request, default 10000
  --json             print the findings as JSON

Exit code: 0 without problems, 1 with problems, 2 for wrong usage.`;

/** Wrong usage of the command; the message is printed above the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseArguments(args: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [command, endpoint, ...others] = positionals;
  if (command !== 'check')
    throw new UsageError(command === undefined ? 'The command is missing.' : 'The only command is "check".');
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
  return { endpoint, origin, json, timeout: Number(timeout) };
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
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    // The parser's message is dropped: it repeats what was typed, which may be a key in the wrong place.
    throw new UsageError('An option is unknown, or its value is missing.');
  }
}
