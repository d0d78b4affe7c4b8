/** What PHP code can be written for. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

const maxWidth = 120;

function writeScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  // A backslash stands for itself in PHP, unless another or the end follows.
  return `'${value.replace(/\\(?=[\\']|$)|'/g, '\\$&')}'`;
}

function entriesOf(value: readonly Literal[] | { readonly [key: string]: Literal }): readonly [string, Literal][] {
  if (!Array.isArray(value)) return Object.entries(value).map(([key, item]) => [`${writeScalar(key)} => `, item]);
  return value.map((item): [string, Literal] => ['', item]);
}

/** A PHP expression in short array syntax: on one line where it fits, scalars of a list side by side where it does not. */
export function writeLiteral(value: Literal, indent = '', taken = 0): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value);
  const entries = entriesOf(value);
  const inline = `[${entries.map(([key, item]) => key + writeLiteral(item)).join(', ')}]`;
  if (!inline.includes('\n') && indent.length + taken + inline.length + 2 <= maxWidth) return inline;
  const inner = `${indent}    `;
  const lines: string[] = [];
  for (const [key, item] of entries) {
    const text = `${key}${writeLiteral(item, inner, key.length)},`;
    const last = lines.at(-1);
    const joins = key === '' && typeof item !== 'object' && last !== undefined;
    if (joins && inner.length + last.length + 1 + text.length <= maxWidth) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return `[\n${lines.map((line) => `${inner}${line}\n`).join('')}${indent}]`;
}

/** A pattern of ours means the same to PCRE, apart from `$`, which there also matches before a final line break. */
export function writePattern({ source, flags }: RegExp): string {
  return `/${source}/${flags}D`;
}
