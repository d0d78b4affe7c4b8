/** What PHP makes of a query string: strings, and arrays that are ordered maps. */
export type PhpValue = string | PhpArray;
export type PhpArray = Map<string, PhpValue>;

/** PHP's `max_input_vars` and `max_input_nesting_level` defaults: what goes beyond is dropped without a word. */
const maxVariables = 1000;
const maxNesting = 64;

/**
 * Parses `a=1&b[]=2&c[d][e]=3` the way PHP fills `$_GET`, odd cases included: a dot or blank in a base name becomes `_`,
 * an unclosed bracket becomes `_`, what follows a closed bracket is dropped, the last value of a name wins.
 */
export function parsePhpParams(query: string, into: PhpArray = new Map()): PhpArray {
  let variables = 0;
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    variables += 1;
    if (variables > maxVariables) break;
    const equals = pair.indexOf('=');
    const name = urlDecode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : urlDecode(pair.slice(equals + 1));
    const path = parseName(name);
    if (path) assign(into, path, value);
  }
  return into;
}

/** `null` in the path stands for `[]`, "append". */
function parseName(written: string): (string | null)[] | null {
  const name = written.replace(/^ +/, '').replace(/\0.*$/s, '');
  const firstBracket = name.indexOf('[');
  if (name === '' || firstBracket === 0) return null;
  if (firstBracket < 0) return [plainName(name)];

  const path: (string | null)[] = [plainName(name.slice(0, firstBracket))];
  let position = firstBracket;
  while (name[position] === '[') {
    const end = name.indexOf(']', position);
    if (end < 0) {
      // `a[b` never closes: PHP turns the first bracket into an underscore; inside deeper levels it gives up there.
      if (path.length === 1) return [plainName(name)];
      break;
    }
    const key = name.slice(position + 1, end);
    path.push(key === '' ? null : key);
    if (path.length > maxNesting) return null;
    position = end + 1;
  }
  return path;
}

function plainName(name: string): string {
  return name.replace(/[. []/g, '_');
}

function assign(root: PhpArray, path: readonly (string | null)[], value: string): void {
  let node = root;
  for (let level = 0; level < path.length - 1; level += 1) {
    const key = path[level] ?? nextIndex(node);
    const existing = node.get(key);
    const child: PhpArray = existing instanceof Map ? existing : new Map();
    if (child !== existing) node.set(key, child);
    node = child;
  }
  node.set(path[path.length - 1] ?? nextIndex(node), value);
}

function nextIndex(node: PhpArray): string {
  let highest = -1;
  for (const key of node.keys()) {
    if (/^(0|[1-9]\d{0,14})$/.test(key)) highest = Math.max(highest, Number(key));
  }
  return String(highest + 1);
}

/** `urldecode()`: plus is a blank, and a percent sign that starts no hex pair stays as it is. */
function urlDecode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  const bytes: number[] = [];
  for (let at = 0; at < spaced.length; at += 1) {
    const pair = spaced[at] === '%' ? /^[0-9a-f]{2}/i.exec(spaced.slice(at + 1, at + 3))?.[0] : undefined;
    if (pair) {
      bytes.push(Number.parseInt(pair, 16));
      at += 2;
    } else {
      const character = String.fromCodePoint(spaced.codePointAt(at) ?? 0);
      bytes.push(...Buffer.from(character));
      at += character.length - 1;
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
