import { toClassName } from './describe.js';
import type { ElementEntry, Entry, Reference } from './model.js';

/** `custom-elements.json`: https://github.com/webcomponents/custom-elements-manifest, schema 2.1.0. */
export function toCustomElements({ elements }: Reference): object {
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: (['index', 'portal'] as const).map((entry) => toModule(entry, elements)),
  };
}

/** What is in the public script is named there alone, though the portal script has it, too. */
function toModule(entry: ElementEntry['entry'], all: readonly ElementEntry[]): object {
  const path = `dist/module/${entry}.js`;
  const elements = all.filter((element) => element.entry === entry);
  return {
    kind: 'javascript-module',
    path,
    declarations: elements.map(toDeclaration),
    exports: elements.map(({ tag }) => ({
      kind: 'custom-element-definition',
      name: tag,
      declaration: { name: toClassName(tag), module: path },
    })),
  };
}

function toDeclaration(element: ElementEntry): object {
  const { tag, summary, attributes, members, events, slots, parts, states, variables, source } = element;
  return {
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: toClassName(tag),
    description: summary,
    superclass: { name: 'HTMLElement' },
    source: { href: source },
    attributes: attributes.map(({ name, property, text, accepted, absent }) => ({
      name,
      fieldName: property,
      description: text,
      type: { text: attributeType(accepted) },
      ...(absent !== null && { default: absent }),
    })),
    members: [
      ...attributes.map(({ name, property, type, text }) => ({
        kind: 'field',
        name: property,
        attribute: name,
        reflects: true,
        type: { text: type },
        description: text,
      })),
      ...members.map(({ name, kind, type, text }) =>
        kind === 'method'
          ? { kind, name, return: { type: { text: type } }, description: text }
          : { kind: 'field', name, readonly: true, type: { text: type }, description: text },
      ),
    ],
    events: events.map(({ name, type, text }) => ({
      name,
      type: { text: `CustomEvent<${type}>` },
      description: text,
    })),
    slots: slots.map(toEntry),
    cssParts: parts.map(toEntry),
    cssStates: states.map(toEntry),
    cssProperties: variables.map(({ absent, ...entry }) => ({ ...toEntry(entry), default: absent })),
  };
}

const toEntry = ({ name, text }: Entry) => ({ name, description: text });

/** Of the attribute's text; only a single word can be completed from a union. */
function attributeType(accepted: ElementEntry['attributes'][number]['accepted']): string {
  if (accepted.kind === 'flag') return 'boolean';
  if (accepted.kind === 'number') return 'number';
  return accepted.kind === 'word' ? accepted.words.map((word) => `'${word}'`).join(' | ') : 'string';
}
