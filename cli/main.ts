#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArguments, usage } from './arguments.js';
import { runCheck } from './check.js';
import { writeStarter } from './init.js';
import { toJson, toText } from './report.js';
import { mintToken } from './token.js';
import { UsageError } from './usage-error.js';

/**
 * The command `hasoffers-widgets`.
 *
 * @returns The exit code. The two servers keep running after it is known.
 */
async function main(): Promise<number> {
  const wanted = parseArguments(process.argv.slice(2));
  if (wanted === 'help') {
    console.log(usage);
    return 0;
  }
  switch (wanted.command) {
    case 'init':
      await writeStarter({ folder: process.cwd(), print: console.log });
      return 0;
    // Programs of their own, that start when they are imported and end with an exit code of their own.
    case 'proxy':
      await import('../proxy/adapters/node-main.js');
      return 0;
    case 'sample-network':
      await import('../sample-network/main.js');
      return 0;
    case 'token': {
      const readFile = (path: string): string => readFileSync(path, 'utf8');
      console.log(await mintToken(wanted, { environment: process.env, readFile }));
      return 0;
    }
    case 'check': {
      const { command: _, json, ...options } = wanted;
      const now = () => performance.now();
      const report = await runCheck({ ...options, fetch: (url, init) => fetch(url, init), now });
      console.log(json ? toJson(report) : toText(report));
      return report.ok ? 0 : 1;
    }
  }
}

main().then(
  (code) => {
    // A server that could not start has set its own.
    process.exitCode ||= code;
  },
  (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  },
);
