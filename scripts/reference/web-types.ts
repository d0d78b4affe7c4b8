import { describeAttribute } from './describe.js';
import type { AttributeEntry, Entry, Reference } from './model.js';

/** `web-types.json`, which JetBrains' editors read: https://github.com/JetBrains/web-types. */
export function toWebTypes({ version, elements }: Reference): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'hasoffers-widgets',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({ tag, summary, attributes, slots, events, members, parts, variables }) => ({
          name: tag,
          description: summary,
          attributes: attributes.map(toAttribute),
          slots: slots.map(toEntry),
          js: {
            properties: [
              ...attributes.map(({ property, type, text }) => ({ name: property, type, text })),
              ...members,
            ].map(({ name, type, text }) => ({ name, type, description: text })),
            events: events.map(({ type, ...entry }) => ({ ...toEntry(entry), type: `CustomEvent<${type}>` })),
          },
          css: {
            parts: parts.map(toEntry),
            properties: variables.map(toEntry),
          },
        })),
      },
    },
  };
}

const toEntry = ({ name, text }: Entry) => ({ name, description: text });

function toAttribute(attribute: AttributeEntry): object {
  const { name, accepted, absent } = attribute;
  const words = accepted.kind === 'word' ? accepted.words.map((word) => `'${word}'`).join(' | ') : 'string';
  return {
    name,
    description: describeAttribute(attribute),
    ...(absent !== null && { default: absent }),
    value: accepted.kind === 'flag' ? { kind: 'no-value' } : { kind: 'plain', type: words },
  };
}
