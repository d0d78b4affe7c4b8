import type { ComponentChildren, VNode } from 'preact';

/** What the inside of a node was drawn from. */
const known = new WeakMap<Element, readonly unknown[]>();

/**
 * Whether the inside of a node shows all this already. If not, it is drawn now, as far as the next question knows.
 *
 * @param from - All that decides what is drawn.
 */
export function isDrawn(node: Element, from: readonly unknown[]): boolean {
  const before = known.get(node);
  known.set(node, from);
  return !!before && from.every((each, index) => each === before[index]);
}

/**
 * Draws what is inside of a node and seldom changes, and keeps nothing of it but the DOM. What Preact remembers of a node
 * takes more memory than the node itself, and a list may have thousands.
 *
 * @param markup - Elements and texts, whose attributes are texts, without listeners: nodes that are there already stay, and would
 *   keep their old ones.
 */
export function drawStill(node: Element, markup: ComponentChildren): void {
  const drawn = node.cloneNode() as Element;
  append(drawn, markup);
  match(node, node.childNodes, drawn.childNodes);
}

/** Makes nodes of markup. Preact takes nearly twice as long for it, as it prepares to compare them with the next ones. */
function append(parent: Element, markup: ComponentChildren): void {
  if (Array.isArray(markup)) for (const each of markup) append(parent, each);
  else if ((markup as VNode | null)?.type) {
    const { type, props } = markup as VNode<object> & { readonly type: string };
    const node = document.createElementNS(type === 'svg' ? 'http://www.w3.org/2000/svg' : parent.namespaceURI, type);
    for (const [name, value] of Object.entries(props)) {
      if (name === 'children') append(node, value as ComponentChildren);
      else if (value != null) node.setAttribute(name, `${value}`);
    }
    parent.append(node);
  } else if (markup) parent.append(markup as string);
}

/**
 * Makes some children of a node like others. What is alike stays: a link keeps its focus, a picture is not loaded again. It
 * is compared with what is really there, since a browser's translator replaces texts.
 */
export function match(parent: Element, present: Iterable<ChildNode>, wanted: Iterable<ChildNode>): void {
  const rest = [...present];
  for (const child of [...wanted]) {
    const old = rest.shift();
    if (!old) parent.append(child);
    else if (old.nodeName === child.nodeName && 'attributes' in child) matchElement(old as Element, child as Element);
    else if (!old.isEqualNode(child)) old.replaceWith(child);
  }
  for (const old of rest) old.remove();
}

function matchElement(node: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes) {
    // To set an address again is to load it again.
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  // Afterwards: an anchor that is no link for a moment loses the focus.
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name)) node.removeAttribute(name);
  match(node, node.childNodes, wanted.childNodes);
}
