import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where scripts/runtimes.ts has put what the proxy is tested on. */
export const runtimesFolder = fileURLToPath(new URL('runtimes', import.meta.url));
/** `false` only where there was no registry to install from; scripts/runtimes.ts has said so. */
export const hasRuntimes = existsSync(join(runtimesFolder, 'node_modules', '.installed-lock.json'));

const require = createRequire(join(runtimesFolder, 'package.json'));

export interface Running {
  /** Without final slash. */
  readonly url: string;
  /** All that it has written, its log included. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

export function makeFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}

/** The words before the script. The programs themselves, not npm's starters, which do not pass signals on. */
export const programs = {
  node: () => [process.execPath],
  deno: () => [join(require.resolve('deno/package.json'), '../deno'), 'run', '--allow-env', '--allow-net=127.0.0.1'],
  bun: () => [join(require.resolve('bun/package.json'), '../bin/bun.exe')],
} as const;

function collect(...streams: readonly Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return () => text;
}

/** Starts a server that names its address in what it writes first. `PORT` is 0. */
export async function runProgram(
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
  folder?: string,
): Promise<Running> {
  const { PATH = '', HOME = tmpdir() } = process.env;
  const environment = { PATH, HOME, DENO_DIR: join(tmpdir(), 'deno-of-tests'), PORT: '0', ...variables };
  const [command = '', ...options] = words;
  // A group of its own, so that whatever it starts ends with it.
  const child = spawn(command, options, { env: environment, cwd: folder, detached: true });
  const output = collect(child.stdout, child.stderr);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`ended: ${output()}`)));
    child.stdout.on('data', () => {
      const named = /(http:\/\/(?:127\.0\.0\.1|0\.0\.0\.0):\d+)/.exec(output())?.[1];
      if (named !== undefined && output().includes('\n')) resolve(named.replace('0.0.0.0', '127.0.0.1'));
    });
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  return { url, output, stop };
}

export interface WorkerFile {
  /** One bundled module. */
  readonly script: string;
  readonly folder: string;
  readonly compatibilityDate: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Starts a worker in workerd. Its Cache API keeps its contents in the folder. */
export async function runWorker({ script, folder, compatibilityDate, variables }: WorkerFile): Promise<Running> {
  const { Miniflare } = (await import(pathToFileURL(require.resolve('miniflare')).href)) as {
    Miniflare: new (options: object) => { ready: Promise<URL>; dispose(): Promise<void> };
  };
  let output = (): string => '';
  const worker = new Miniflare({
    modules: true,
    modulesRoot: folder,
    scriptPath: script,
    compatibilityDate,
    bindings: variables,
    cachePersist: join(folder, 'cache'),
    host: '127.0.0.1',
    port: 0,
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      output = collect(stdout, stderr);
    },
  });
  const { origin } = await worker.ready;
  return { url: origin, output: () => output(), stop: () => worker.dispose() };
}
