import { parseArgs } from 'node:util';
import { findEndpointProblem } from './endpoint.js';

export interface Arguments {
  readonly endpoint: string;
  readonly origin: string | undefined;
  readonly json: boolean;
  readonly timeout: number;
}

export const usage = `Usage: hasoffers-widgets check <endpoint> [options]

Looks at a proxy for the widgets from outside: is it reachable, safe and fast? Nothing is changed behind it.

  <endpoint>         its address, such as https://www.your-site.example/hasoffers
  --origin <origin>  of the pages that use it, such as https://www.your-site.example
  --timeout <ms>     for each answer, 10000 unless told otherwise
  --json             the findings for programs

Ends with 0 when all is well, 1 when there are problems, 2 when it was called in a wrong way.`;

/** A sentence for whoever typed the command. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseArguments(words: readonly string[]): Arguments | 'help' {
  const { values, positionals } = parse(words);
  if (values.help) return 'help';
  const [command, endpoint, ...others] = positionals;
  if (command !== 'check')
    throw new UsageError(command === undefined ? 'Which command?' : 'The only command is "check".');
  if (endpoint === undefined) throw new UsageError('Which endpoint?');
  if (others.length > 0) throw new UsageError('One endpoint at a time.');
  const problem = findEndpointProblem(endpoint);
  if (problem !== undefined) throw new UsageError(problem);
  const { origin, timeout = '10000', json = false } = values;
  if (
    origin !== undefined &&
    (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin))
  ) {
    throw new UsageError('--origin is scheme and host alone: https://www.your-site.example');
  }
  if (!/^[1-9]\d{2,5}$/.test(timeout))
    throw new UsageError('--timeout is a number of milliseconds from 100 to 999999.');
  return { endpoint, origin, json, timeout: Number(timeout) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        origin: { type: 'string' },
        timeout: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch {
    // Its message repeats what was typed, which may be a key in the wrong place.
    throw new UsageError('There is no such option, or its value is missing.');
  }
}
