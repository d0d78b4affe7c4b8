import { type Attribute, toAttributeText, toAttributeName as toName } from '../../shared/element/attributes.js';
import { commonAttributes } from '../../shared/element/common-attributes.js';
import { type Accepted, readAccepted } from './accepted.js';
import type { DocBlock, DocTag } from './doc-block.js';
import type { AttributeEntry, ElementEntry, Entry, EventEntry, MemberEntry, VariableEntry } from './model.js';
import { readDoc, readSource, readStyles } from './source.js';

/** What of a contract object the reference is made of. */
interface Contract {
  readonly tag: string;
  readonly attributes: { readonly [property: string]: Attribute<never> };
}

const publicEntry = readSource('widgets/index.ts');
const elementClass = readSource('shared/element/define-widget.tsx');
const { doc: commonDoc } = readDoc(readSource('shared/element/common-attributes.ts'), 'export const commonAttributes');

/**
 * Everything about one element: names and values from its contract object, sentences from the doc block above it, what
 * all elements share from `shared/element`.
 *
 * @throws When a doc block and the code do not name the same things.
 */
export function readElement(exportName: string, { tag, attributes }: Contract, path: string): ElementEntry {
  const source = readSource(path);
  const { doc } = readDoc(source, `export const ${exportName}\\b`);
  return {
    tag,
    exportName,
    source: path,
    entry: publicEntry.includes(`./${path.replace(/^widgets\/|\.ts$/g, '')}.js`) ? 'index' : 'portal',
    summary: doc.summary,
    attributes: [...readAttributes(attributes, doc, false), ...readAttributes(commonAttributes, commonDoc, true)],
    events: readEvents(doc),
    bindings: pick(doc, 'bind'),
    slots: [...pick(doc, 'slot'), ...pick(commonDoc, 'slot')],
    parts: [
      ...pick(doc, 'part').map((entry) => ({ ...entry, common: false })),
      ...pick(commonDoc, 'part').map((entry) => ({ ...entry, common: true })),
    ],
    states: pick(commonDoc, 'state'),
    variables: [...pick(commonDoc, 'cssprop'), ...pick(doc, 'cssprop')].map(readVariable),
    members: [...readMembers(), ...doc.tags.filter(isTag('prop')).map(toProperty)],
  };
}

const isTag = (wanted: string) => (tag: DocTag) => tag.tag === wanted;
const pick = ({ tags }: DocBlock, tag: string): readonly Entry[] =>
  tags.filter(isTag(tag)).map(({ name, text }) => ({ name, text }));

function readAttributes(parsers: object, doc: DocBlock, isCommon: boolean): readonly AttributeEntry[] {
  const entries = Object.entries<Attribute<unknown>>({
    ...parsers,
    // The browser has the attribute and its property; `defineWidget` follows it.
    ...(isCommon && { lang: { parse: (raw: string | null) => raw ?? '' } }),
  });
  const documented = pick(doc, 'attr');
  return entries.map(([property, attribute]): AttributeEntry => {
    const name = toName(property);
    const description = documented.find((entry) => entry.name === name)?.text;
    if (!description) throw new Error(`The attribute ${name} has no line "@attr ${name} - …".`);
    const accepted = readAccepted(attribute);
    const absent = attribute.parse(null, () => {});
    const type = `${toType(accepted)}${absent === null ? ' | null' : ''}`;
    // A list's words stand with blanks between, as people write them.
    const shown = Array.isArray(absent) ? absent.join(' ') : toAttributeText(absent);
    return { name, property, text: description, accepted, type, absent: shown || null, common: isCommon };
  });
}

function toType(accepted: Accepted): string {
  const { kind } = accepted;
  if (kind === 'flag') return 'boolean';
  if (kind === 'number') return 'number';
  if (kind === 'text') return 'string';
  if (kind === 'list') return 'readonly string[]';
  const words = accepted.words.map((word) => `'${word}'`).join(' | ');
  return kind === 'word' ? words : `readonly (${words})[]`;
}

/** An element's own description of a common event wins. */
function readEvents({ tags }: DocBlock): readonly EventEntry[] {
  const own = tags.filter(isTag('fires'));
  const shared = commonDoc.tags.filter((tag) => tag.tag === 'fires');
  return [...shared.map(({ name }) => own.find((tag) => tag.name === name)), ...shared, ...own]
    .filter((tag) => tag !== undefined)
    .filter((tag, index, all) => all.findIndex(({ name }) => name === tag.name) === index)
    .map(({ name, type, text }) => ({ name, type, text, common: !own.some((tag) => tag.name === name) }));
}

/** All elements share the variables, so it does not matter which of the stylesheets reads one. */
const sheet = readStyles();

/** The value for a page that sets none stands in the stylesheet: `var(--hasoffers-gap, 1em)`. */
function readVariable({ name, text }: Entry): VariableEntry {
  const start = sheet.indexOf(`var(${name},`);
  if (start < 0) throw new Error(`No stylesheet uses ${name}.`);
  const from = start + `var(${name},`.length;
  let depth = 1;
  let end = from;
  while (depth > 0) {
    const letter = sheet[end];
    if (letter === undefined) throw new Error(`The stylesheet ends within ${name}.`);
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    end += 1;
  }
  return { name, text, absent: sheet.slice(from, end - 1).trim() };
}

/** What the class has beside its attributes' properties: getters and methods that the browser does not call. */
function readMembers(): readonly MemberEntry[] {
  const found = elementClass.matchAll(/^ {4}(?:async )?(get )?([a-z]\w+)\(.*\): (.+) \{$/gm);
  return [...found]
    .filter(([, , name]) => !/Callback$/.test(name ?? ''))
    .map(([, getter = '', name = '', type = '']) => ({
      name,
      kind: getter ? 'property' : 'method',
      type: lookUp(type),
      text: readDoc(elementClass, `${getter}${name}\\(`).doc.summary,
    }));
}

/** A read-only property of one element: `@prop {Type} name - Text`. */
const toProperty = ({ name, type, text }: DocTag): MemberEntry => ({ name, type, text, kind: 'property' });

/** `ResourceState<Data>['status']` is written out. */
function lookUp(type: string): string {
  const [, owner, member] = /^(\w+)(?:<\w+>)?\['(\w+)'\]$/.exec(type) ?? [];
  if (!owner) return type;
  const body = new RegExp(`interface ${owner}\\b[\\s\\S]*?\\n}`).exec(readSource('shared/resource.ts'))?.[0] ?? '';
  const found = new RegExp(`${member}: (.+);`).exec(body)?.[1];
  if (!found) throw new Error(`What is ${type}?`);
  return found;
}
