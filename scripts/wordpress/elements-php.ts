import type { AttributeEntry, ElementEntry, Reference } from '../reference/model.js';

/** What the plugin decides itself: where its proxy is. `lang` is the page's, which WordPress sets. */
const pluginAttributes = ['endpoint', 'lang'];

/** Attributes without which an element has nothing to show: their blocks say so before they load anything. */
const requiredAttributes: Readonly<Record<string, string>> = { 'hasoffers-offer': 'offer' };

/**
 * `elements.php` of the WordPress plugin: each element with the attributes that a block's sidebar and a shortcode take.
 * It is made of the same reference as `custom-elements.json`, which does not name the words of lists and the bounds of
 * numbers. Texts are in `__()`, so that WordPress translates them.
 */
export function toElementsPhp({ elements }: Pick<Reference, 'elements'>): string {
  return `<?php

/**
 * The elements of this version. \`npm run build\` makes this file; changes here are lost.
 */

defined('ABSPATH') || exit;

return ${toPhp(Object.fromEntries(elements.map((element) => [element.tag, toElement(element)])))};
`;
}

function toElement({ tag, summary, entry, slots, attributes }: ElementEntry): object {
  return {
    title: new Translated(toTitle(tag.replace(/^hasoffers-/, ''))),
    // The rest of it is for those who write HTML or run a server.
    description: new Translated(toPlainText(summary).replace(/(?<=\w\w\.) .*/, '')),
    script: entry === 'index' ? 'hasoffers-widgets' : 'hasoffers-portal',
    signedIn: slots.some(({ name }) => name === 'signed-out'),
    attributes: Object.fromEntries(
      attributes
        .filter(({ name }) => !pluginAttributes.includes(name))
        .map((attribute) => [attribute.property, toAttribute(attribute, tag)]),
    ),
  };
}

function toAttribute({ name, text, accepted, absent, common }: AttributeEntry, tag: string): object {
  const words = 'words' in accepted ? accepted.words : [];
  // A list's words stand in its description: the sidebar has a text field for them.
  const choices = accepted.kind === 'words' ? ` (${words.join(' ')})` : '';
  return {
    name,
    kind: toKind(accepted.kind, words),
    label: new Translated(toTitle(name)),
    help: new Translated(toPlainText(text) + choices),
    ...(absent !== null && accepted.kind !== 'flag' && { default: absent }),
    ...(accepted.kind === 'word' && { words }),
    ...(accepted.kind === 'number' && { min: accepted.min, max: accepted.max }),
    ...(requiredAttributes[tag] === name && { required: true }),
    ...(common && { common: true }),
  };
}

/** `consent="required"` has one word, and its presence alone means it: a switch. */
function toKind(kind: AttributeEntry['accepted']['kind'], words: readonly string[]): string {
  if (kind === 'word' && words.length === 1) return 'flag';
  return kind === 'list' || kind === 'words' ? 'list' : kind;
}

/** `aff-sub2` becomes "Aff sub2". */
const toTitle = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Descriptions are Markdown; the sidebar shows text. */
const toPlainText = (markdown: string): string => markdown.replaceAll('`', '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** A text for `__()`. */
class Translated {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function toPhp(value: unknown, indent = ''): string {
  if (value instanceof Translated) return `__(${quote(value.text)}, 'hasoffers-widgets')`;
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}    `;
  const lines = Array.isArray(value)
    ? value.map((each) => toPhp(each, inner))
    : Object.entries(value).map(([key, each]) => `${quote(key)} => ${toPhp(each, inner)}`);
  return `array(\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent})`;
}

/** Single quotes: PHP looks for nothing but these two characters in there. */
const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
