import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** A copy of the lock file that `node_modules` was installed from. */
const stamp = `${folder}node_modules/.installed-lock.json`;

/** Installs what we are measured against: once, and again when the lock file has changed. */
export function installPeers(): void {
  const lock = readFileSync(`${folder}package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the peers, into bench (once, some 110 MB).');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Their install scripts would fetch browsers and compilers; only their code is measured.
  const options = ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync(npm, options, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The peers could not be installed.');
  writeFileSync(stamp, lock);
}
