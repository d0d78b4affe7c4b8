import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A MariaDB of its own, without network, with an empty database `wordpress` for the user `root`. */
export interface MariaDb {
  readonly socket: string;
  readonly close: () => Promise<void>;
}

export async function startMariaDb(): Promise<MariaDb> {
  const folder = await mkdtemp(join(tmpdir(), 'mariadb-'));
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const path = `${process.env.PATH}:/usr/sbin`;
  const options = { stdio: 'ignore', env: { ...process.env, PATH: path } } as const;
  const install = ['--no-defaults', ...user, `--datadir=${data}`, '--auth-root-authentication-method=normal'];
  execFileSync('mariadb-install-db', [...install, '--skip-test-db'], options);
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      ...user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-buffer-pool-size=32M',
    ],
    options,
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // It makes the socket once it listens.
  const deadline = Date.now() + 30_000;
  while (!existsSync(socket) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  execFileSync('mariadb', ['--no-defaults', '-uroot', '-S', socket, '-e', 'create database wordpress'], options);
  return {
    socket,
    close: async () => {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
