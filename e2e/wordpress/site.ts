import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programs } from '../../scripts/programs.js';
import { findWordPress, type WordPressName } from '../../scripts/wordpress/test-sites.js';

/** The zip that `npm run build` makes. */
export const pluginZip = join(import.meta.dirname, '../../dist/hasoffers-widgets-wordpress.zip');

export interface WordPress {
  /** Without final slash. */
  readonly url: string;
  /** Of its files, which the server sends. */
  readonly folder: string;
  /** For temporary files of PHP: the proxy keeps its responses there. */
  readonly temporary: string;
  /** Runs PHP inside of it, and gives what that returns. */
  readonly run: <Result = unknown>(code: string) => Promise<Result>;
  /** Warnings and errors of PHP and WordPress since the start; their own look-ups of updates are left out. */
  readonly phpErrors: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface WordPressOptions {
  readonly name: WordPressName;
  /** URL of the simulated network. */
  readonly upstream: string;
  /** `''` = plain ones, `/?p=1`. @default '/%postname%/' */
  readonly permalinks?: string;
  /** Of MariaDB; without it the data are in SQLite. */
  readonly databaseSocket?: string;
}

const users = ['author', 'subscriber'] as const;
export type UserName = 'admin' | (typeof users)[number];

export const passwordOf = (user: UserName): string => `${user}-password`;

const install = (permalinks: string) => `
if (!is_blog_installed()) {
  wp_install('Test site', 'admin', 'admin@example.com', true, '', '${passwordOf('admin')}');
  update_option('permalink_structure', '${permalinks}');
  // What greets a new user covers the editor.
  $seen = ['core/edit-post' => ['welcomeGuide' => false], 'core' => ['enableChoosePatternModal' => false]];
  foreach (${JSON.stringify(users)} as $role) {
    wp_insert_user(['user_login' => $role, 'user_pass' => "$role-password", 'user_email' => "$role@example.com", 'role' => $role]);
  }
  foreach (get_users() as $user) {
    update_user_meta($user->ID, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', $seen + ['_modified' => gmdate('c')]);
  }
}
return $GLOBALS['wp_version'];`;

/** A fresh WordPress on PHP's own server, with an administrator, an author and a subscriber. */
export async function startWordPress({
  name,
  upstream,
  permalinks = '/%postname%/',
  databaseSocket,
}: WordPressOptions): Promise<WordPress> {
  const files = findWordPress(name);
  const php = programs.php();
  if (!files || !php) throw new Error('WordPress is not there: run "npx tsx scripts/runtimes.ts".');
  const root = await mkdtemp(join(tmpdir(), 'wordpress-site-'));
  const folder = join(root, 'public');
  const temporary = join(root, 'temporary');
  await mkdir(temporary);
  await cp(files, folder, { recursive: true });
  if (databaseSocket) await rm(join(folder, 'wp-content/db.php'));
  await cp(join(import.meta.dirname, 'wp-config.php'), join(folder, 'wp-config.php'));
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    WORDPRESS_URL: url,
    TMPDIR: temporary,
    HASOFFERS_UPSTREAM: upstream,
    PHP_CLI_SERVER_WORKERS: '4',
    ...(databaseSocket && { WORDPRESS_DB_HOST: `localhost:${databaseSocket}` }),
  };
  // Files that a test adds count from the next request on.
  const settings = ['opcache.enable_cli=1', 'opcache.revalidate_freq=0', 'sendmail_path=/bin/true'];
  const options = settings.flatMap((setting) => ['-d', setting]);
  const run = async <Result>(code: string, ...more: readonly string[]): Promise<Result> => {
    const script = join(import.meta.dirname, 'run.php');
    const { stdout } = await promisify(execFile)(php, [...options, script, folder, code, ...more], { env });
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Result;
  };
  await run(install(permalinks), 'install');
  const server = spawn(
    php,
    [...options, '-S', `127.0.0.1:${port}`, '-t', folder, join(import.meta.dirname, 'router.php')],
    // A group of its own: the workers are children that the parent does not end.
    { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  await isListening(server);
  return {
    url,
    folder,
    temporary,
    run,
    phpErrors: async () => {
      const log = await readFile(join(folder, 'debug.log'), 'utf8').catch(() => '');
      return log
        .split('\n')
        .filter((line) => /PHP /.test(line) && !/wordpress\.org|wp_update_|WordPress\.org/.test(line));
    },
    close: async () => {
      if (server.pid) process.kill(-server.pid);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Constants in wp-config.php, from the next request on. Gives what removes them again. */
export async function addConstants(
  { folder }: WordPress,
  constants: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', '${value}');\n`);
  const file = join(folder, 'constants.php');
  await writeFile(file, `<?php\n${lines.join('')}`);
  return () => rm(file);
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** PHP says "Development Server (…) started" for itself and for each worker. */
function isListening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (text) => {
      said += text;
      if (/Development Server .* started/.test(said)) resolve();
    });
    server.once('exit', (status) => reject(new Error(`PHP's server ended with ${status}: ${said}`)));
  });
}
