import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Patterns of coined words, each with the field's standard term. */
const coined = readFileSync(new URL('fixtures/coined-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' = ') as [pattern: string, standard: string]);

export interface CoinedWord {
  readonly word: string;
  readonly standard: string;
  readonly line: number;
}

/** The coined words in a text. Names count word by word: `hasSpecimens` and `page-specimens` hold one. */
export function findCoinedWords(text: string): CoinedWord[] {
  const lines = text.split('\n');
  return coined.flatMap(([pattern, standard]) => {
    // A camelCase name ends a word where the next capital begins.
    const capital = pattern.replace(/^\w/, (letter) => letter.toUpperCase());
    const word = new RegExp(`(?:\\b|_)(?:${pattern})(?:\\b|_|(?=[A-Z]))|${capital}(?![a-z])`);
    return lines.flatMap((line, index) => {
      const found = word.exec(line) ?? word.exec(line.toLowerCase());
      return found === null ? [] : [{ word: found[0], standard, line: index + 1 }];
    });
  });
}

const skippedFolders = /^(?:node_modules|dist|locales|test-results|\..*)$/;
/** This file; what others wrote; history; and descriptions of offers. */
const skippedFiles =
  /^(?:scripts\/terms\.|scripts\/fixtures\/coined|CHANGELOG\.md|LICENSE|.*package-lock\.json|sample-network\/data\/|shared\/api\/fixtures\/|e2e\/hosts\/)/;
const textFiles =
  /\.(?:tsx?|m?js|css|html|md|json|jsonc|toml|ya?ml|txt|php|vue|svelte|service)$|(?:^|\/)Containerfile$/;

/** Every source and document of ours, relative to the root, with `/`. */
export function listTexts(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.test(entry.name) ? [] : listTexts(root, path);
    return textFiles.test(path) && !skippedFiles.test(path) ? [path] : [];
  });
}

/** Coined words in the names and texts of all files, as `file:line word: standard`. */
export function checkTerms(root: string): string[] {
  return listTexts(root).flatMap((path) =>
    [
      ...findCoinedWords(path).map((found) => ({ ...found, line: 0 })),
      ...findCoinedWords(readFileSync(join(root, path), 'utf8')),
    ].map(({ word, standard, line }) => `${path}:${line} ${word}: ${standard}`),
  );
}
