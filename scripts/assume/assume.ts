import type { Plugin } from 'vite';

/**
 * What is always so in the widgets, of one file of a library: by expression, as the file writes it, its value as code.
 * The value is the empty text of what nobody needs: `name()` is a method that nobody calls, `name:` a member that nobody
 * reads or that may begin as `undefined`, `(name)` a parameter that goes under this name in declarations and calls alike,
 * `for list` a loop over nothing, `catch error` the handler of a block that throws nothing, and `finally` says the same of
 * what is done afterwards. A member or a parameter whose value is no empty text is written so. `if condition` speaks of a
 * condition alone, and `place: what` of one function alone.
 */
export type Assumptions = Readonly<Record<string, string>>;

/** A node of the syntax tree, as far as this file looks at it. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Takes out of libraries what the widgets cannot reach. A bundler leaves out whole functions that nobody imports; it
 * cannot know that an option is never given. Here that is said, and the minifier draws the conclusions.
 *
 * @param files - Assumptions by the end of a file's path.
 * @param checked - Leaves everything in, and says in the console at run time where an assumption is wrong.
 * @throws Error when an assumption says nothing about its file: then the library has changed, and it has to be made anew.
 */
export function assume(files: Readonly<Record<string, Assumptions>>, checked = false): Plugin {
  return {
    name: 'assume',
    transform(code, id) {
      const file = Object.keys(files).find((path) => id.endsWith(path));
      const assumptions = file && files[file];
      if (!assumptions) return null;
      const changes = findChanges(this.parse(code) as unknown as Node, code, assumptions);
      const idle = Object.keys(assumptions).filter((what) => !changes.has(what));
      if (idle.length) throw new Error(`${file} has no longer: ${idle.join(' | ')}`);
      return { code: rewrite(code, changes, assumptions, checked), map: null };
    },
  };
}

/** Where each assumption applies: expressions that are read, assignments to them, loops, methods. */
function findChanges(tree: Node, code: string, assumptions: Assumptions): Map<string, Node[]> {
  const changes = new Map<string, Node[]>();
  const visit = (node: Node, parent: Node | undefined, role: string, outer: string): void => {
    const place = toPlace(node, parent, code) ?? outer;
    const known = (keys: readonly string[]) =>
      keys.flatMap((key) => [`${place}: ${key}`, key]).filter((key) => Object.hasOwn(assumptions, key));
    const note = (key: string, ...nodes: readonly Node[]) => changes.set(key, [...(changes.get(key) ?? []), ...nodes]);
    const go = (next: Node | null, name: string) => next && visit(next, node, name, place);
    if (node.type === 'TryStatement') {
      // What is tried stays, and may hold more.
      const { start, block, handler, finalizer } = node as Try;
      const [caught] = handler ? known([`catch ${handler.param ? write(handler.param, code) : ''}`]) : [];
      const [done] = finalizer ? known(['finally']) : [];
      if (handler && caught) note(caught, handler);
      else go(handler, 'handler');
      if (finalizer && done) note(done, { type: 'Text', start: (handler ?? block).end, end: finalizer.start });
      const all = (caught || !handler) && (done || !finalizer) ? (caught ?? done) : undefined;
      if (all) note(all, { type: 'Text', start, end: block.start });
      go(block, 'block');
      go(finalizer, 'finalizer');
      return;
    }
    const [what] = known(toKeys(node, code, role));
    if (what !== undefined && isRead(node, parent, role, what)) {
      const isListed = assumptions[what] === '' && /^(params|arguments|properties|body)$/.test(role);
      note(what, isListed ? { ...node, end: findEnd(node, code) } : node);
      return;
    }
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child.type === 'string') go(child, name);
      }
    }
  };
  visit(tree, undefined, '', '');
  return changes;
}

/** How the function is called that begins here: `name`, or `Class.prototype.name`. */
function toPlace(node: Node, parent: Node | undefined, code: string): string | undefined {
  if (!/^Function|^ArrowFunction/.test(node.type)) return undefined;
  const { id, key, left } = { ...parent, ...node } as unknown as Record<string, Node | null | undefined>;
  const name = id ?? key ?? left;
  return name ? code.slice(name.start, name.end) : undefined;
}

/** Of one of several, with the comma behind it. */
const findEnd = ({ end }: Node, code: string): number => end + (/^\s*[,;]/.exec(code.slice(end))?.[0].length ?? 0);

/** As the file writes it, but in one line and without remarks. */
const write = ({ start, end }: Node, code: string): string =>
  code
    .slice(start, end)
    .replace(/\n\s*\/\/.*/g, '')
    .replace(/\s+/g, ' ');

interface Try extends Node {
  readonly block: Node;
  readonly handler: Node & { readonly param: Node | null };
  readonly finalizer: Node | null;
}

/** The names under which assumptions may speak of a node. */
function toKeys(node: Node, code: string, role: string): readonly string[] {
  const { left, right, key } = node as unknown as { left: Node; right: Node; key: Node };
  const text = write(node, code);
  if (role === 'test') return [`if ${text}`, text];
  switch (node.type) {
    case 'MethodDefinition':
      return [`${write(key, code)}()`];
    case 'Property':
    case 'PropertyDefinition':
      return [`${write(key, code)}:`];
    case 'ForOfStatement':
      return [`for ${write(right, code)}`];
    case 'AssignmentExpression':
      // To assign to what has one value for ever says nothing.
      return [text, write(left, code)];
    case 'CallExpression': {
      // `Object.defineProperty(object, "name", …)` assigns to `object.name`.
      const [, object, name] = text.match(/^Object\.defineProperty\(([\w.]+), "(\w+)"/) ?? [];
      return [text, ...(name ? [`${object}.${name}`] : [])];
    }
    case 'Identifier':
      return /^(params|arguments)$/.test(role) ? [`(${text})`, text] : [text];
    default:
      return node.type.endsWith('Expression') ? [text] : [];
  }
}

/** Not a parameter's or a variable's name where it is declared, nor the name of a member. */
function isRead(node: Node, parent: Node | undefined, role: string, what: string): boolean {
  if (node.type !== 'Identifier' || what.endsWith(')')) return true;
  if (role === 'property' && (parent as { computed?: boolean }).computed !== true) return false;
  return !/^(params|id|key|local|imported|exported)$/.test(role);
}

/** An empty list that is passed on is as good as none. */
const isNothing = 'found => !found || (/^(Array|Object)$/.test(found.constructor?.name) && !Object.keys(found).length)';

function rewrite(
  code: string,
  changes: ReadonlyMap<string, readonly Node[]>,
  assumptions: Assumptions,
  checked: boolean,
): string {
  const toText = (what: string, node: Node): string => {
    const value = assumptions[what] ?? '';
    const found = code.slice(node.start, node.end);
    if (!checked) return value || (/^(ForOf|Method)/.test(node.type) ? ';' : '');
    // What is no plain value, or an assignment, cannot be compared.
    if (!/^(undefined|NULL|false|true|0)$/.test(value) || !what.endsWith(write(node, code))) return found;
    const complaint = JSON.stringify(`wrong assumption: ${what} is not ${value}`);
    return `(found => { if (!(${isNothing})(found) === !${value}) console.error(${complaint}); return found; })(${found})`;
  };
  return [...changes]
    .flatMap(([what, nodes]) => nodes.map((node) => ({ ...node, text: toText(what, node) })))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end), code);
}
