import { readFile, writeFile } from 'node:fs/promises';
import { documents, renewTables } from './reference/documents.js';
import { loadReference } from './reference/load.js';
import { makeTables } from './reference/tables.js';

/** `npm run reference`: renews the tables of the documents, as `npm run format` renews the code. */
const tables = makeTables(await loadReference());
for (const path of documents) {
  const before = await readFile(path, 'utf8');
  const after = renewTables(before, tables);
  if (after === before) continue;
  await writeFile(path, after);
  console.log(`${path} is renewed.`);
}
