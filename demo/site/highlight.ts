export type Language = 'html' | 'css' | 'js' | 'jsx' | 'sh' | 'nginx';

/** What gets a colour, by class. `key` is what has to do with the API key: it has a colour of its own on the whole site. */
type Rules = readonly (readonly [pattern: string, kind: 'tag' | 'name' | 'text' | 'note' | 'key'])[];

const text: Rules[number] = [`"[^"]*"|'[^']*'`, 'text'];

const script: Rules = [
  ['//.*|/\\*[^]*?\\*/', 'note'],
  text,
  ['\\b(?:const|await|import|export|default|function|from|if|return|new|interface|type(?= \\w+ =))\\b', 'tag'],
];

const rules: Readonly<Record<Language, Rules>> = {
  html: [
    ['<!--[^]*?-->', 'note'],
    ['</?[\\w-]+|/?>', 'tag'],
    text,
    // An attribute: a word that is followed by a value, another attribute, or the end of its tag.
    ['(?<=\\s)[\\w-]+(?==|(?:\\s+[\\w-]+(?:="[^"]*")?)*\\s*/?>)', 'name'],
  ],
  css: [
    ['/\\*[^]*?\\*/', 'note'],
    ['[^\\s;{}][^;{}\\n]*(?=\\s\\{)', 'tag'],
    ['(?:--)?[\\w-]+(?=:)', 'name'],
    ['[\\w-]+(?=\\()', 'tag'],
    text,
  ],
  js: script,
  jsx: [...script, ['</?[\\w-]+|/>', 'tag']],
  sh: [
    ['#.*', 'note'],
    ['\\b[A-Z_]*API_KEY[A-Z_]*(?==)', 'key'],
    ['\\b[A-Z_]+(?==)', 'name'],
  ],
  nginx: [
    ['#.*', 'note'],
    ['\\b(?:location|proxy_pass|proxy_set_header)\\b', 'tag'],
  ],
};

/** Source code in pieces, each with its colour's class or none. */
export function* colour(code: string, language: Language): Generator<readonly [text: string, kind?: string]> {
  const pattern = new RegExp(rules[language].map(([part]) => `(${part})`).join('|'), 'g');
  let from = 0;
  for (const match of code.matchAll(pattern)) {
    const kind = rules[language][match.slice(1).findIndex((group) => group !== undefined)]?.[1];
    yield [code.slice(from, match.index)];
    yield [match[0], `c-${kind}`];
    from = match.index + match[0].length;
  }
  yield [code.slice(from)];
}

/** Source code as HTML with coloured spans. */
export const highlight = (code: string, language: Language): string =>
  [...colour(code, language)]
    .map(([text, kind]) => (kind ? `<span class="${kind}">${toText(text)}</span>` : toText(text)))
    .join('');

const toText = (code: string) => code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
