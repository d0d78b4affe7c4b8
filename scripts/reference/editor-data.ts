import { describeAttribute, quote } from './describe.js';
import type { AttributeEntry, Reference } from './model.js';

const markdown = (value: string) => ({ kind: 'markdown', value });

/** `vscode.html-custom-data.json`: https://github.com/microsoft/vscode-custom-data. */
export function toHtmlData({ elements }: Reference): object {
  return {
    version: 1.1,
    tags: elements.map(({ tag, summary, attributes, events }) => ({
      name: tag,
      description: markdown(`${summary}\n\nEvents: ${events.map(({ name }) => quote(name)).join(', ')}.`),
      attributes: attributes.map(toAttribute),
    })),
  };
}

function toAttribute(attribute: AttributeEntry): object {
  const { name, accepted } = attribute;
  return {
    name,
    description: markdown(describeAttribute(attribute)),
    // For VS Code the value set "v" is "there or not".
    ...(accepted.kind === 'flag' && { valueSet: 'v' }),
    ...('words' in accepted && { values: accepted.words.map((word) => ({ name: word })) }),
  };
}

/** `vscode.css-custom-data.json`: the variables that a page may set. Elements share them. */
export function toCssData({ elements }: Reference): object {
  return {
    version: 1.1,
    properties: (elements[0]?.variables ?? []).map(({ name, text, absent }) => ({
      name,
      description: markdown(`${text} Default: ${quote(absent)}.`),
    })),
  };
}
