import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { findProgram, programs } from '../programs.js';

/**
 * Brings WordPress for the tests of the plugin: out of Debian's packages, which are unpacked and not installed, and the
 * plugin of WordPress Playground that keeps the data in SQLite. Everything lies in `.cache/wordpress`.
 */

const cache = join(import.meta.dirname, '../../.cache/wordpress');

/** By name: the release of Debian that has it, and what it needs besides `wordpress`. */
const releases = {
  /** WordPress 6.8. */
  stable: { suite: 'trixie', packages: ['libjs-lodash'] },
  newest: { suite: 'sid', packages: ['libjs-lodash', 'libjs-jquery-ui', 'libphp-phpmailer'] },
} as const;

export type WordPressName = keyof typeof releases;

const commonPackages = [
  'wordpress',
  'wordpress-theme-twentytwentyfive',
  'libjs-underscore',
  'libjs-cropper',
  'php-getid3',
];

/** Their parts that WordPress and the SQLite plugin use; Debian calls the packages the same. */
const extensions = ['pdo_sqlite', 'mbstring', 'xml', 'curl'];
const phpPackages = ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-curl'];
const databasePackages = ['mariadb-server', 'php-mysql'];

/** Of the npm package that holds the SQLite plugin as a zip. Its dependencies, some 500 MB, are not needed. */
const sqlitePackage = '@wp-playground/cli@3.1.56';

/** Files of a WordPress that was brought; copy them before use. `undefined` = it is not there. */
export function findWordPress(name: WordPressName): string | undefined {
  const folder = join(cache, name);
  return existsSync(join(folder, 'wp-content/db.php')) && hasExtensions(extensions) ? folder : undefined;
}

export const hasMariaDb = (): boolean =>
  findProgram(['mariadbd'], ['/usr/sbin/mariadbd']) !== undefined && hasExtensions(['mysqli']);

function hasExtensions(names: readonly string[]): boolean {
  const php = programs.php();
  if (php === undefined) return false;
  const test = `exit((int) (array_filter(${JSON.stringify(names)}, 'extension_loaded') !== ${JSON.stringify(names)}));`;
  return spawnSync(php, ['-r', test]).status === 0;
}

/** Installs what is missing. Where that is impossible, one line for each part says what is not tested. */
export function ensureWordPress(): void {
  ensure('the WordPress plugin in a real WordPress', () => {
    if (!hasExtensions(extensions)) installPackages(phpPackages);
    for (const name of Object.keys(releases) as WordPressName[]) if (!findWordPress(name)) bringWordPress(name);
  });
  ensure('the WordPress plugin in the newest WordPress, with MariaDB', () => {
    if (!hasMariaDb()) installPackages(databasePackages);
  });
}

function ensure(what: string, bring: () => void): void {
  try {
    bring();
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message.split('\n')[0] : String(problem);
    console.warn(`Not tested: ${what} (${reason}).`);
  }
}

function installPackages(names: readonly string[]): void {
  const isDebian = existsSync('/etc/debian_version');
  if (!isDebian || process.getuid?.() !== 0) throw new Error(`install ${names.join(' ')} to test that, too`);
  console.log(`Installing ${names.join(' ')}, for the tests of the WordPress plugin (once).`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { DEBIAN_FRONTEND: 'noninteractive' });
}

function bringWordPress(name: WordPressName): void {
  if (!existsSync('/etc/debian_version')) throw new Error('WordPress comes from packages of Debian');
  console.log(`Fetching WordPress (${name}) for the tests of the plugin, some 100 MB (once).`);
  const work = mkdtempSync(join(tmpdir(), 'wordpress-'));
  try {
    const folder = join(work, 'files/usr/share/wordpress');
    unpackDebian(name, work);
    // Settings and certificates of the system: links that lead nowhere here.
    for (const path of ['.htaccess', 'wp-config.php', 'wp-includes/certificates/ca-bundle.crt']) {
      rmSync(join(folder, path), { force: true });
    }
    addSqlite(folder, work);
    mkdirSync(cache, { recursive: true });
    rmSync(join(cache, name), { recursive: true, force: true });
    // Debian links to libraries in packages of their own.
    run('cp', ['-rL', folder, join(cache, name)]);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** From the mirror that this machine uses, with lists of packages of its own: nothing in the system changes. */
function unpackDebian(name: WordPressName, work: string): void {
  const { suite, packages } = releases[name];
  const key = '[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]';
  const sources = [`deb ${key} ${mirror('Debian')} ${suite} main`];
  if (suite !== 'sid') sources.push(`deb ${key} ${mirror('Debian-Security')} ${suite}-security main`);
  for (const folder of ['lists/partial', 'archives/partial', 'debs', 'files']) {
    mkdirSync(join(work, folder), { recursive: true });
  }
  writeFileSync(join(work, 'sources.list'), `${sources.join('\n')}\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache::archives': join(work, 'archives'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled': 'false',
  };
  const options = ['-qq', ...Object.entries(settings).flatMap(([option, value]) => ['-o', `${option}=${value}`])];
  run('apt-get', [...options, 'update']);
  run('apt-get', [...options, 'download', ...commonPackages, ...packages], {}, join(work, 'debs'));
  for (const file of readdirSync(join(work, 'debs'))) {
    run('dpkg-deb', ['-x', join(work, 'debs', file), join(work, 'files')]);
  }
}

function mirror(label: string): string {
  const format = ['indextargets', '--format', '$(SITE)', `Label: ${label}`, 'Created-By: Packages'];
  const [site] = execFileSync('apt-get', format, { encoding: 'utf8' }).split('\n');
  if (!site) throw new Error(`apt has no mirror of ${label}`);
  return site;
}

function addSqlite(folder: string, work: string): void {
  run('npm', ['pack', '--silent', '--pack-destination', work, sqlitePackage]);
  const [tarball = ''] = readdirSync(work).filter((file) => file.endsWith('.tgz'));
  run('tar', ['-xzf', tarball, 'package/sqlite-database-integration.zip'], {}, work);
  const plugin = join(folder, 'wp-content/plugins/sqlite-database-integration');
  for (const [path, bytes] of Object.entries(
    unzipSync(readFileSync(join(work, 'package/sqlite-database-integration.zip'))),
  )) {
    const target = join(plugin, path.replace(/^[^/]+\//, ''));
    mkdirSync(path.endsWith('/') ? target : dirname(target), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(target, bytes);
  }
  writeFileSync(join(folder, 'wp-content/db.php'), readFileSync(join(plugin, 'db.copy')));
}

function run(
  command: string,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = process.cwd(),
): void {
  const { status, error, stderr } = spawnSync(command, options, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 300_000,
  });
  if (status !== 0) {
    const [line = ''] = (stderr ?? '').split('\n').filter(Boolean).slice(-1);
    throw new Error(`${command}: ${error?.message ?? line}`);
  }
}
