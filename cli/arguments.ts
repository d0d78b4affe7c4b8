import { parseArgs } from 'node:util';

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
  checkEndpoint(endpoint);
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

/** Nothing is repeated: an address that is refused here may hold a key. */
function checkEndpoint(endpoint: string): void {
  if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
    throw new UsageError('The endpoint is a whole address that begins with https:// or http://.');
  }
  const { hostname, username, password, searchParams, hash } = new URL(endpoint);
  if (username || password || hash) throw new UsageError('The endpoint has no user, no password and no fragment.');
  if (/(?:^|\.)hasoffers\.com\.?$/i.test(hostname)) {
    throw new UsageError('That is the API itself. Pages must ask a proxy, or everybody gets the key.');
  }
  if ([...searchParams.keys()].some((name) => /api.?key|token/i.test(name))) {
    throw new UsageError('The endpoint holds a key. It would be in every page: the proxy must add it.');
  }
}
