import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Brotli, at a quality that takes no time worth mentioning. */
export const compress = (body: Buffer): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });

/** Sends text as small as the visitor's browser takes it. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  text: { readonly plain: Buffer; readonly small: Buffer },
  headers: Readonly<Record<string, string>>,
): void {
  const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(200, { ...headers, vary: 'accept-encoding', ...(takesBrotli && { 'content-encoding': 'br' }) });
  response.end(request.method === 'HEAD' ? undefined : takesBrotli ? text.small : text.plain);
}

/**
 * The built pages and what belongs to them, compressed and with the right to be kept: their names change with what is in
 * them. What is not among them is somebody else's. Read once: the folder is not needed afterwards.
 */
export function serveFiles(folder: string) {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const plain = readFileSync(file);
        const path: string = `/${relative(folder, file).split(sep).join('/')}`;
        return [path, { plain, small: compress(plain) }] as const;
      }),
  );
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const name = path === '/' ? '/index.html' : path;
    const file = files.get(name);
    if (!file) next();
    else
      sendText(request, response, file, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
  };
}
