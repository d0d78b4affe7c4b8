import { outboundAnchorAttributes } from '../../../shared/offer/OfferLinks.js';
import type { LinkSettings } from '../../../shared/offer/outbound-link.js';
import { type BindingName, bindingNames, type TemplateValues } from './template-values.js';

/** A copy of the integrator's template in the light DOM, filled with an offer. */
export interface TemplateCopy {
  readonly template: HTMLTemplateElement;
  /** What the template held when it was copied: pages change it in place. */
  readonly markup: string;
  /** Those that the template has on its top level, each in the offer's slot. */
  readonly elements: readonly HTMLElement[];
  /** All that was copied, `elements` too. What is added later, as by a page translation, is none of it. */
  readonly nodes: readonly HTMLElement[];
  /** `undefined` for an offer that is not here yet. */
  readonly values: TemplateValues | undefined;
  readonly target: LinkSettings['target'];
}

type CopySource = Omit<TemplateCopy, 'elements' | 'nodes'>;

/** Stands for what is not known yet and keeps the height of a line. */
const placeholder = '\u00a0';

const isBindingName = (name: string | undefined): name is BindingName => bindingNames.some((each) => each === name);

/** Whether a `data-if` keeps its element. Before the offer is here everything keeps its place. */
function meetsCondition(name: string | undefined, values: TemplateValues | undefined): boolean {
  if (!name || !values) return true;
  if (name === 'link') return values.link.status !== 'none';
  return isBindingName(name) && values.texts[name] !== '';
}

/** A slot takes elements only: with text on the top level of the template, all of it is wrapped into one. */
function copyContent(template: HTMLTemplateElement): HTMLElement[] {
  const content = document.importNode(template.content, true);
  const hasText = [...content.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  if (!hasText) return [...content.children] as HTMLElement[];
  const wrapper = document.createElement('div');
  wrapper.append(content);
  return [wrapper];
}

/**
 * Copies a template: `data-bind` (text), `data-bind-href` on `a`, `data-bind-src` on `img`, `data-bind-alt`, `data-if`.
 * Nothing is parsed and no other attribute can be bound, so that an offer's text stays text.
 */
export function createCopy(source: CopySource, slot: string): TemplateCopy {
  const elements = copyContent(source.template);
  const dropped = new Set<Element>();
  for (const element of elements.flatMap(withDescendants)) {
    if (meetsCondition(element.dataset.if, source.values)) bind(element, source, undefined);
    else {
      dropped.add(element);
      element.remove();
    }
  }
  const kept = elements.filter((element) => !dropped.has(element));
  for (const element of kept) element.slot = slot;
  return { ...source, elements: kept, nodes: kept.flatMap(withDescendants) };
}

/**
 * Brings a copy up to date in place, so that a link keeps its focus and a page translation its texts.
 *
 * @returns `undefined` when another part of the template is to be shown, for which a new copy is needed.
 */
export function updateCopy(copy: TemplateCopy, source: CopySource): TemplateCopy | undefined {
  const conditions = [...source.template.content.querySelectorAll<HTMLElement>('[data-if]')];
  const isSame = conditions.every(
    ({ dataset }) => meetsCondition(dataset.if, copy.values) === meetsCondition(dataset.if, source.values),
  );
  if (source.markup !== copy.markup || !isSame) return undefined;
  for (const node of copy.nodes) bind(node, source, copy);
  return { ...source, elements: copy.elements, nodes: copy.nodes };
}

const withDescendants = (element: HTMLElement): HTMLElement[] => [
  element,
  ...element.querySelectorAll<HTMLElement>('*'),
];

/** Writes what an element binds, where it is something else than before. */
function bind(element: HTMLElement, { values, target }: CopySource, before: CopySource | undefined): void {
  const { bind: text, bindAlt, bindSrc, bindHref } = element.dataset;
  const read = (name: BindingName) => values?.texts[name] ?? placeholder;
  const isChanged = (name: BindingName) => !before || before.values?.texts[name] !== values?.texts[name];

  // A page translation replaces texts, which are left alone; what is empty was emptied by the page.
  if (isBindingName(text) && (isChanged(text) || !element.textContent)) element.textContent = read(text);
  if (isBindingName(bindAlt) && isChanged(bindAlt)) element.setAttribute('alt', read(bindAlt));
  if (bindSrc === 'thumbnail' && element.localName === 'img' && isChanged('thumbnail')) {
    setOrRemove(element, 'src', values?.texts.thumbnail || undefined);
  }
  if (element.localName === 'a' && (bindHref === 'link' || bindHref === 'preview') && values) {
    bindAnchor(element, bindHref, values, target);
  }
}

/** The link policy of the list, on the template's own anchor. */
function bindAnchor(
  anchor: HTMLElement,
  name: 'link' | 'preview',
  { texts, link }: TemplateValues,
  target: LinkSettings['target'],
): void {
  const isResolvable = name === 'link' && link.status !== 'none';
  if (!texts[name] && !isResolvable) {
    anchor.removeAttribute('href');
    return;
  }
  const attributes: Readonly<Record<string, string | number>> = outboundAnchorAttributes(
    texts.id,
    texts[name] || undefined,
    target,
  );
  for (const attribute of ['data-offer', 'target', 'rel', 'href', 'role', 'tabIndex']) {
    setOrRemove(anchor, attribute.toLowerCase(), attributes[attribute]);
  }
}

function setOrRemove(element: Element, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  // Setting the same URL again would load it again.
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** Whether each binding attribute of an element has an effect. */
const bindingChecks: Readonly<Record<string, (value: string, element: Element) => boolean>> = {
  'data-bind': (value, { localName }) => isBindingName(value) && localName !== 'img',
  'data-bind-alt': (value, { localName }) => isBindingName(value) && localName === 'img',
  'data-if': isBindingName,
  'data-bind-src': (value, { localName }) => value === 'thumbnail' && localName === 'img',
  'data-bind-href': (value, { localName }) => (value === 'link' || value === 'preview') && localName === 'a',
};

/** What of a template has no effect, for the integrator. */
export function findUnusedBindings(template: HTMLTemplateElement): readonly string[] {
  return [...template.content.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(
        ({ name, value }) =>
          /^data-(bind|if$)/.test(name) &&
          // A bound text takes the place of all that stands in its element.
          (element.matches('[data-bind] *') || !bindingChecks[name]?.(value, element)),
      )
      .map(({ name, value }) => `<${element.localName} ${name}="${value}"> in the template has no effect.`),
  );
}
