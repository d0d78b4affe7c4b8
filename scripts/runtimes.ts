import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * What the proxy's tests run it on (workerd, Deno, Bun, Express, Hono) and next to (Redis). Several hundred megabytes,
 * so they are no dependencies of the package: they are fetched once, before the first test. Where that is impossible
 * the tests that need them are skipped, and this says which and why.
 */
const folder = 'proxy/runtimes';
const lock = readFileSync(`${folder}/package-lock.json`, 'utf8');
/** A copy of the lock file that `node_modules` was installed from. */
const stamp = `${folder}/node_modules/.installed-lock.json`;

function run(command: string, ...options: readonly string[]): string | undefined {
  const { status, error, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8', timeout: 600_000 });
  if (status === 0) return undefined;
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').filter((line) => /error/i.test(line));
  return error?.message ?? lines[0]?.trim() ?? `${command} ended with ${status}`;
}

function ensureRuntimes(): void {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`Installing what the proxy is tested on into ${folder} (once, some 370 MB).`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const problem = run(npm, 'ci', '--prefix', folder, '--no-audit', '--no-fund');
  if (problem === undefined) writeFileSync(stamp, lock);
  else console.warn(`Not tested: the proxy on workerd, Deno and Bun and inside Express and Hono. npm says: ${problem}`);
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

ensureRuntimes();
ensureRedis();
