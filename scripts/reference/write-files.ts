import { writeFile } from 'node:fs/promises';
import { toCustomElements } from './custom-elements.js';
import { toCssData, toHtmlData } from './editor-data.js';
import { toLlms } from './llms.js';
import type { Reference } from './model.js';
import { toWebTypes } from './web-types.js';

/** What package.json names of the reference, by file name. */
export function toFiles(reference: Reference): Readonly<Record<string, string>> {
  const toJson = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'custom-elements.json': toJson(toCustomElements(reference)),
    'web-types.json': toJson(toWebTypes(reference)),
    'vscode.html-custom-data.json': toJson(toHtmlData(reference)),
    'vscode.css-custom-data.json': toJson(toCssData(reference)),
    'llms.txt': toLlms(reference),
  };
}

export async function writeFiles(reference: Reference, folder: string): Promise<void> {
  const files = Object.entries(toFiles(reference));
  await Promise.all(files.map(([name, text]) => writeFile(`${folder}/${name}`, text)));
}
