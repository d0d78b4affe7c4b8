import { constants, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StarterOptions {
  /** Where the files go. */
  readonly folder: string;
  /** Called with one line for each file, then with what to do next. */
  readonly print: (line: string) => void;
}

/** Beside this file in the sources, and beside the command in the package. Vite has nothing to resolve here. */
const starter = fileURLToPath(new URL(/* @vite-ignore */ './starter/', import.meta.url));

const nextSteps = `
Now:
  npm install hasoffers-widgets
  npx hasoffers-widgets sample-network    in a second terminal
  node proxy.mjs                          then open http://127.0.0.1:8787/

README.md says how to show your own network.`;

/** `hasoffers-widgets init`: writes a page with its server. A file that exists is kept as it is, which is said. */
export async function writeStarter({ folder, print }: StarterOptions): Promise<void> {
  for (const file of (await readdir(starter)).sort()) {
    const isNew = await copyFile(join(starter, file), join(folder, file), constants.COPYFILE_EXCL).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      },
    );
    print(isNew ? `wrote ${file}` : `kept  ${file}: it exists already, nothing was changed`);
  }
  print(nextSteps);
}
