import { mkdir, readdir, writeFile } from 'node:fs/promises';
import type { AllMessages } from '../shared/i18n/all-messages.js';

/** Sentences by BCP 47 tag. */
export type Locales = ReadonlyMap<string, AllMessages>;

/** What `locales/` has: `pt-BR.ts` exports `ptBR`. */
export async function readLocales(): Promise<Locales> {
  const tags = (await readdir('locales')).flatMap((file) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1] ?? []);
  return new Map(
    await Promise.all(
      tags.map(async (tag): Promise<[string, AllMessages]> => {
        const module: Readonly<Record<string, AllMessages>> = await import(`../locales/${tag}.ts`);
        const messages = module[toName(tag)];
        if (!messages) throw new Error(`locales/${tag}.ts does not export ${toName(tag)}.`);
        return [tag, messages];
      }),
    ),
  );
}

/**
 * Writes each language twice: as a classic script for pages (`LANGUAGE.js`), and as a module for bundlers
 * (`module/locales/LANGUAGE.js`), whose types come from `locales/`.
 */
export async function buildLocales(outDir: string): Promise<void> {
  const folders = [`${outDir}/locales`, `${outDir}/module/locales`] as const;
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })));
  for (const [tag, messages] of await readLocales()) {
    await writeFile(`${folders[0]}/${tag}.js`, toScript(tag, messages));
    await writeFile(`${folders[1]}/${tag}.js`, `export const ${toName(tag)} = ${JSON.stringify(messages)};\n`);
  }
}

/**
 * Before the main script it leaves the sentences where that looks for them; after it, it hands them over. ASCII alone,
 * because a page in another encoding than UTF-8 reads the script in that one too.
 */
const toScript = (tag: string, messages: AllMessages): string =>
  `(()=>{const p=${toAscii(JSON.stringify(Object.fromEntries(namesOf(tag).map((name) => [name, messages]))))},w=window.HasOffersWidgets??={};w.configure?w.configure({locales:p}):w.locales={...w.locales,...p}})();\n`;

/** Norwegian pages say `no` as often as `nb`, which Unicode takes for two languages. */
const namesOf = (tag: string): readonly string[] => (tag === 'nb' ? [tag, 'no'] : [tag]);

const toAscii = (code: string): string =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const toName = (tag: string): string => tag.replace('-', '');
