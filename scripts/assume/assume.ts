import type { Plugin } from 'vite';

/**
 * What is always so in the widgets, of one file of a library: by expression, as the file writes it, its value as code.
 * `name()` is a method that nobody calls, `for list` a loop over nothing, and `catch error` the handler of a block that
 * throws nothing; their value is the empty text.
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
  const visit = (node: Node, parent: Node | undefined, role: string): void => {
    const what = toKeys(node, code).find((key) => Object.hasOwn(assumptions, key));
    const note = (key: string, ...nodes: readonly Node[]) => changes.set(key, [...(changes.get(key) ?? []), ...nodes]);
    if (what?.startsWith('catch ')) {
      // What is tried stays, and may hold more.
      const { start, block, handler, finalizer } = node as Try;
      if (finalizer) visit(finalizer, node, 'finalizer');
      else note(what, { type: 'Text', start, end: block.start });
      note(what, handler);
      visit(block, node, 'block');
      return;
    }
    if (what !== undefined && isRead(node, parent, role)) {
      note(what, node);
      return;
    }
    for (const [name, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child.type === 'string') visit(child, node, name);
      }
    }
  };
  visit(tree, undefined, '');
  return changes;
}

interface Try extends Node {
  readonly block: Node;
  readonly handler: Node & { readonly param: Node | null };
  readonly finalizer: Node | null;
}

/** The names under which assumptions may speak of a node. */
function toKeys(node: Node, code: string): readonly string[] {
  const write = ({ start, end }: Node) =>
    code
      .slice(start, end)
      .replace(/\n\s*\/\/.*/g, '')
      .replace(/\s+/g, ' ');
  const { left, right } = node as unknown as { left: Node; right: Node };
  switch (node.type) {
    case 'MethodDefinition':
      return [`${write(node).match(/^\w+/)?.[0]}()`];
    case 'TryStatement': {
      const { handler } = node as Try;
      return [`catch ${handler?.param ? write(handler.param) : ''}`];
    }
    case 'ForOfStatement':
      return [`for ${write(right)}`];
    case 'AssignmentExpression':
      // To assign to what has one value for ever says nothing.
      return [write(node), write(left)];
    case 'CallExpression': {
      // `Object.defineProperty(object, "name", …)` assigns to `object.name`.
      const [, object, name] = write(node).match(/^Object\.defineProperty\(([\w.]+), "(\w+)"/) ?? [];
      return [write(node), ...(name ? [`${object}.${name}`] : [])];
    }
    default:
      return /Expression$|^Identifier$/.test(node.type) ? [write(node)] : [];
  }
}

/** Not a parameter's or a variable's name where it is declared, nor the name of a member. */
function isRead(node: Node, parent: Node | undefined, role: string): boolean {
  if (node.type !== 'Identifier') return true;
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
    if (!checked) return value || (/^(catch|try)\b/.test(found) ? '' : ';');
    // What is no plain value, or an assignment, cannot be compared.
    if (!/^(undefined|NULL|false|true|0)$/.test(value) || toKeys(node, code)[0] !== what) return found;
    const complaint = JSON.stringify(`wrong assumption: ${what} is not ${value}`);
    return `(found => { if (!(${isNothing})(found) === !${value}) console.error(${complaint}); return found; })(${found})`;
  };
  return [...changes]
    .flatMap(([what, nodes]) => nodes.map((node) => ({ ...node, text: toText(what, node) })))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: value }) => text.slice(0, start) + value + text.slice(end), code);
}
