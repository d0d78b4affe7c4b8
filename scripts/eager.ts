import { parseAst } from 'vite';

/** As much of a syntax tree as is asked for here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string };
}

function* walk(node: unknown): Generator<Node> {
  if (!node || typeof node !== 'object') return;
  if ('type' in node) yield node as Node;
  for (const child of Object.values(node)) yield* walk(child);
}

/**
 * Puts brackets around the function that defines elements. They tell V8 to compile it together with what stands around it,
 * for it runs at once; else only its end is looked for, and it is read again a moment later. That is a tenth of the time in
 * which the script starts (bench/NOTES.md), and minifiers take such brackets away. Code without such a function stays.
 */
export function compileAtOnce(code: string): string {
  const functions = [...walk(parseAst(code))].filter(({ type }) => type === 'FunctionDeclaration');
  // The innermost that has it.
  const found = functions.findLast(({ start, end }) => code.slice(start, end).includes('customElements.define('));
  if (!found?.id) return code;
  const { start, end, id } = found;
  const head = `function ${id.name}`;
  return `${code.slice(0, start)}var ${id.name}=(function${code.slice(start + head.length, end)});${code.slice(end)}`;
}
