import { type Attribute, toAttributeName } from './attributes.js';

/** One attribute of an element, under both its names. */
export interface AttributeDefinition {
  /** `pageSize` */
  readonly property: string;
  /** `page-size` */
  readonly name: string;
  readonly attribute: Attribute<unknown>;
}

export const toDefinitions = (attributes: { readonly [property: string]: Attribute<unknown> }): AttributeDefinition[] =>
  Object.entries(attributes).map(([property, attribute]) => ({ property, name: toAttributeName(property), attribute }));

/**
 * Names for `observedAttributes`. Also `pagesize`: that is what frameworks make of `pageSize` on a server, or before
 * the element is defined.
 */
export const toObservedNames = (definitions: readonly AttributeDefinition[]): string[] => [
  'lang',
  ...new Set(definitions.flatMap(({ property, name }) => [name, property.toLowerCase()])),
];

/**
 * Reads all attributes of an element. A value whose text did not change is the same object as before, so that a
 * component that depends on it alone is not rendered again.
 *
 * @param warn - Gets a message for each wrong value.
 */
export function createAttributeReader(
  element: Element,
  definitions: readonly AttributeDefinition[],
  warn: (text: string) => void,
): () => Record<string, unknown> {
  const parsed = new Map<string, { readonly raw: string | null; readonly value: unknown }>();

  return () => {
    for (const { property, name, attribute } of definitions) {
      const raw = element.getAttribute(name) ?? element.getAttribute(property);
      const known = parsed.get(property);
      if (known && known.raw === raw) continue;
      const reportInvalid = (expected: string) =>
        warn(`<${element.localName} ${name}="${raw}">: expected ${expected}.`);
      parsed.set(property, { raw, value: attribute.parse(raw, reportInvalid) });
    }
    return Object.fromEntries([...parsed].map(([property, { value }]) => [property, value]));
  };
}
