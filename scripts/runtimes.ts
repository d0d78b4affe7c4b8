import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A package of its own, with a lock file, that tests need and customers do not. */
interface TestPackage {
  readonly folder: string;
  /** What it holds, and about how much that is. */
  readonly holds: string;
  /** What is not tested where it cannot be installed. */
  readonly tests: string;
}

/**
 * What the tests need beyond the package's own tools: too heavy for everybody's `npm ci`, so it is no dependency of the
 * package, but fetched once, before the first test. Where that is impossible the tests that need it are skipped, and this
 * says which and why. A folder that is not there is passed over.
 */
const packages: readonly TestPackage[] = [
  {
    folder: 'proxy/runtimes',
    holds: 'what the proxy is tested on, some 370 MB',
    tests: 'the proxy on workerd, Deno and Bun and inside Express and Hono',
  },
  {
    folder: 'e2e/frameworks',
    holds: 'the frameworks that the elements are tested in, some 100 MB',
    tests: 'the elements in React, Preact, Vue and Svelte and on pages with Turbo and htmx, and the types for them',
  },
  {
    folder: 'e2e/engines',
    holds: 'what drives browsers other than Chromium',
    tests: 'the elements in other browsers than Chromium',
  },
];

function run(command: string, ...options: readonly string[]): string | undefined {
  const { status, error, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8', timeout: 600_000 });
  if (status === 0) return undefined;
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').filter((line) => /error/i.test(line));
  return error?.message ?? lines[0]?.trim() ?? `${command} ended with ${status}`;
}

function ensurePackage({ folder, holds, tests }: TestPackage): void {
  const lockFile = `${folder}/package-lock.json`;
  if (!existsSync(lockFile)) return;
  const lock = readFileSync(lockFile, 'utf8');
  /** A copy of the lock file that `node_modules` was installed from. */
  const stamp = `${folder}/node_modules/.installed-lock.json`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`Installing ${holds}, into ${folder} (once).`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const problem = run(npm, 'ci', '--prefix', folder, '--no-audit', '--no-fund');
  if (problem === undefined) writeFileSync(stamp, lock);
  else console.warn(`Not tested: ${tests}. npm says: ${problem}`);
}

function ensureRedis(): void {
  if (run('redis-server', '--version') === undefined) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/etc/debian_version')) {
    console.log('Installing redis-server, which the proxy is tested with (once).');
    const install = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server';
    const problem = run('sh', '-c', install);
    if (problem === undefined) return;
    console.warn(`Not tested: several instances that share a Redis. apt-get says: ${problem}`);
  } else console.warn('Not tested: several instances that share a Redis. Install redis-server to test that, too.');
}

for (const testPackage of packages) ensurePackage(testPackage);
ensureRedis();
