import { highlight, type Language } from './highlight.js';

const languageNames: Readonly<Record<Language, string>> = {
  html: 'HTML',
  css: 'CSS',
  js: 'JavaScript',
  jsx: 'JSX',
  ts: 'TypeScript',
  tsx: 'TSX',
  vue: 'Vue',
  svelte: 'Svelte',
  json: 'JSON',
  sh: 'Shell',
  nginx: 'nginx',
  toml: 'TOML',
  php: 'PHP',
  python: 'Python',
  ruby: 'Ruby',
  text: 'Text',
};

/**
 * Source code as a block that can be copied, as HTML.
 *
 * @param title - What it is called where that says more than its language: a file's name.
 */
export function toCodeBlock(code: string, language: Language, title = languageNames[language]): string {
  return [
    `<div class="code"><div class="code-bar"><span>${title}</span>`,
    '<button type="button" class="copy" data-copy>Copy</button></div>',
    `${highlight(language === 'html' ? breakLongLines(code) : code, language)}</div>`,
  ].join('');
}

/** An element on one line that is longer than a code block is wide: its end goes to a line of its own. */
const breakLongLines = (code: string) =>
  code.replace(/^(.{24,}>)(<\/[\w-]+>)$/gm, (line, start, end) => (line.length > 58 ? `${start}\n${end}` : line));
