import { readFileSync } from 'node:fs';
import { parseArguments, usage } from './arguments.js';
import { runCheck } from './check.js';
import { toJson, toText } from './report.js';
import { mintToken } from './token.js';
import { UsageError } from './usage-error.js';

/** The command `hasoffers-widgets`: prints the findings or a token and sets the exit code. */
async function main(): Promise<number> {
  const wanted = parseArguments(process.argv.slice(2));
  if (wanted === 'help') {
    console.log(usage);
    return 0;
  }
  if (wanted.command === 'token') {
    const readFile = (path: string): string => readFileSync(path, 'utf8');
    console.log(await mintToken(wanted, { environment: process.env, readFile }));
    return 0;
  }
  const { command: _, json, ...options } = wanted;
  const report = await runCheck({ ...options, fetch: (url, init) => fetch(url, init), now: () => performance.now() });
  console.log(json ? toJson(report) : toText(report));
  return report.ok ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  },
);
