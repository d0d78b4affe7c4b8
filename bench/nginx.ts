import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Nginx {
  readonly port: number;
  close(): Promise<void>;
}

const configuration = (folder: string, port: number, upstream: number): string => `
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 2048; }
http {
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/temporary;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=answers:10m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_cache answers;
      proxy_cache_lock on;
    }
  }
}
`;

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitForAnswer(port: number, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nginx ended with ${nginx.exitCode}`);
}

/** An nginx with one worker that keeps what an upstream answers; nothing where none is installed. */
export async function startNginx(upstream: number): Promise<Nginx | undefined> {
  if (spawnSync('nginx', ['-v']).error) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'bench-nginx-'));
  // Started by root, its worker is somebody else.
  await chmod(folder, 0o755);
  const port = await findPort();
  await writeFile(`${folder}/nginx.conf`, configuration(folder, port, upstream));
  const nginx = spawn('nginx', ['-c', `${folder}/nginx.conf`], { stdio: 'ignore' });
  // Not to outlive a bench that fails.
  const kill = () => void nginx.kill();
  process.once('exit', kill);
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  await waitForAnswer(port, nginx);
  return {
    port,
    async close() {
      process.off('exit', kill);
      kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
