import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Makes the declarations of a build stand alone: what they take from preact and its signals, which customers do not have,
 * they take from `types/vendor.ts`.
 *
 * @param folder - Where the compiler has put them.
 */
export function detachDeclarations(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(folder, name);
    const vendor = relative(dirname(file), join(folder, 'types/vendor.js')).replaceAll('\\', '/');
    const path = vendor.startsWith('.') ? vendor : `./${vendor}`;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/(from |import\()(['"])@?preact(?:\/signals)?\2/g, `$1$2${path}$2`));
  }
}
