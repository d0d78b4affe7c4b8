import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeLiteral } from './php/literal.js';
import { createTables } from './php/tables.js';

const folder = fileURLToPath(new URL('../integrations/php/', import.meta.url));
export const phpProxyFile = `${folder}hasoffers-proxy.php`;

/** The classes and functions in the order in which they stand in the file: what a request meets first comes first. */
const parts = [
  'main',
  'Settings',
  'ConfigurationError',
  'Folders',
  'Proxy',
  'Origins',
  'RateLimit',
  'ClientAddress',
  'Tokens',
  'Policy',
  'Query',
  'Values',
  'Links',
  'ReportLimits',
  'Locks',
  'ResponseCache',
  'CacheFiles',
  'Upstream',
  'CurlTransport',
  'StreamTransport',
  'Budget',
  'Keys',
  'SecretScan',
  'Envelope',
  'ResponseFilter',
  'Responses',
  'ProxyError',
  'Json',
  'Storage',
  'Counters',
  'Log',
] as const;

/** What every part begins with, and the file only once. */
const opening = '<?php\n\ndeclare(strict_types=1);\n\nnamespace HasOffersProxy;\n\n';

function readPart(name: string): string {
  const text = readFileSync(`${folder}src/${name}.php`, 'utf8');
  if (!text.startsWith(opening)) throw new Error(`integrations/php/src/${name}.php does not begin like the others.`);
  return text.slice(opening.length);
}

/** The proxy for PHP as one file: the parts of integrations/php/src and the tables of proxy/policy. */
export function createPhpProxy(): string {
  const header = readFileSync(`${folder}src/header.php`, 'utf8');
  const tables = createTables().map(([name, comment, value]) => {
    const start = `const ${name} = `;
    return `${comment && `/** ${comment} */\n`}${start}${writeLiteral(value, '', start.length)};\n`;
  });
  return [header, ...parts.map(readPart), ...tables, readPart('footer')].join('\n');
}

/** Writes the committed file; part of `npm run build`. */
export function writePhpProxy(): void {
  writeFileSync(phpProxyFile, createPhpProxy());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writePhpProxy();
