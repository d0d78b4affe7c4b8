import type { AttributeEntry, ElementEntry, Entry, EventEntry, MemberEntry, VariableEntry } from '../model.js';
import { toCode, toParagraphs } from './html.js';
import type { Group, Row, Section } from './section.js';

/** An element's own attributes, events and parts. */
export function toElementSection({ tag, summary, attributes, events, bindings, parts }: ElementEntry): Section {
  const own = <Each extends { common: boolean }>(all: readonly Each[]) => all.filter(({ common }) => !common);
  return {
    id: tag,
    title: `<${tag}>`,
    intro: `${toParagraphs(summary)}<p>Besides: <a href="#every-element">what every element has</a>.</p>`,
    groups: [
      {
        id: `${tag}-attributes`,
        title: 'Attributes',
        intro: marked,
        rows: own(attributes).map((entry) => toAttributeRow(entry, tag)),
      },
      { id: `${tag}-events`, title: 'Events', rows: own(events).map((entry) => toEventRow(entry, tag)) },
      ...(bindings.length > 0 ? [toTemplateGroup(tag, bindings)] : []),
      {
        id: `${tag}-parts`,
        title: 'Parts',
        intro: stylePart(tag),
        rows: own(parts).map((entry) => toRow(entry, `${tag}-part`)),
      },
    ],
  };
}

const toTemplateGroup = (tag: string, bindings: readonly Entry[]): Group => ({
  id: `${tag}-template`,
  title: 'Template',
  intro: `<p class="how">What a ${toCode('<template>')} inside the element can name: ${toCode('data-bind')} sets a text, ${toCode('data-bind-href')} on ${toCode('a')}, ${toCode('data-bind-src')} and ${toCode('data-bind-alt')} on ${toCode('img')} what they say; ${toCode('data-if')} shows an element where the offer has it.</p>`,
  rows: bindings.map((entry) => toRow(entry, `${tag}-bind`)),
});

const marked = `<p class="how">Marked ${toCode('like this', 'word standing')}: what counts where the attribute is absent.</p>`;

const stylePart = (tag: string): string =>
  `<p class="how">To be styled from outside: ${toCode(`${tag}::part(name) { … }`)}</p>`;

/** What no element is without. */
export function toCommonSection({
  attributes,
  members,
  events,
  slots,
  states,
  parts,
  variables,
}: ElementEntry): Section {
  const common = <Each extends { common: boolean }>(all: readonly Each[]) => all.filter((each) => each.common);
  const id = 'every-element';
  const group = (name: string, title: string, rows: readonly Row[], intro = ''): Group => ({
    id: `${id}-${name}`,
    title,
    rows,
    intro,
  });
  return {
    id,
    title: 'Every element',
    intro:
      '<p>Each attribute is a property, too, in camelCase: typed, and settable before the script has run. Unknown values are told in the console and count as absent.</p>',
    groups: [
      group(
        'attributes',
        'Attributes',
        common(attributes).map((entry) => toAttributeRow(entry, id)),
      ),
      group(
        'members',
        'Properties and methods',
        members.map((entry) => toMemberRow(entry, id)),
      ),
      group(
        'events',
        'Events',
        common(events).map((entry) => toEventRow(entry, id)),
        '<p class="how">All bubble, out of shadow roots as well.</p>',
      ),
      group(
        'slots',
        'Slots',
        slots.map((entry) => toRow(entry, `${id}-slot`)),
        `<p class="how">Your own markup: ${toCode('<p slot="empty">Come back soon.</p>')}</p>`,
      ),
      group(
        'states',
        'States',
        states.map((entry) => toRow(entry, `${id}-state`)),
        `<p class="how">In a stylesheet: ${toCode('hasoffers-offer-list:state(loading) { … }')}</p>`,
      ),
      group(
        'parts',
        'Parts',
        common(parts).map((entry) => toRow(entry, `${id}-part`)),
      ),
      group(
        'variables',
        'CSS variables',
        variables.map((entry) => toVariableRow(entry, id)),
        '<p class="how">Set them on an element, or on any parent of it.</p>',
      ),
    ],
  };
}

const toRow = ({ name, text }: { name: string; text: string }, prefix: string): Row => ({
  id: `${prefix}-${name}`,
  name,
  body: toParagraphs(text),
});

function toAttributeRow(attribute: AttributeEntry, prefix: string): Row {
  const { name, property, accepted, type, text } = attribute;
  // The words stand above already.
  const short = 'words' in accepted ? (accepted.kind === 'word' ? '' : ', a list') : `: ${toCode(type)}`;
  return {
    id: `${prefix}-${name}`,
    name,
    body: `${toParagraphs(text)}${toValues(attribute)}<p class="fine">Property ${toCode(property)}${short}</p>`,
  };
}

/** The words, each apart, the one of an absent attribute marked. */
function toValues({ accepted, absent }: AttributeEntry): string {
  const standing = absent === null ? '' : ` Default: ${toCode(absent, 'word standing')}`;
  if (accepted.kind === 'flag') return '<p class="values">There or not.</p>';
  if (accepted.kind === 'text') return '';
  if (accepted.kind === 'list') return '<p class="values">Words, separated by commas.</p>';
  if (accepted.kind === 'number') return `<p class="fine">${accepted.min} to ${accepted.max}.${standing}</p>`;
  const defaults = new Set(absent?.split(' '));
  const words = accepted.words.map((word) =>
    defaults.has(word)
      ? `<li>${toCode(word, 'word standing')}<span class="unseen"> (default)</span></li>`
      : `<li>${toCode(word, 'word')}</li>`,
  );
  const what = accepted.kind === 'word' ? 'One of' : 'Any of';
  return `<div class="values"><span>${what}</span><ul class="words">${words.join('')}</ul></div>`;
}

const toEventRow = ({ name, type, text }: EventEntry, prefix: string): Row => ({
  id: `${prefix}-${name}`,
  name,
  body: `${toParagraphs(text)}<p class="fine">${toCode('detail')}: ${linkTypes(type)}</p>`,
});

const toMemberRow = ({ name, kind, type, text }: MemberEntry, prefix: string): Row => ({
  id: `${prefix}-${name}`,
  name: kind === 'method' ? `${name}()` : name,
  body: `${toParagraphs(text)}<p class="fine">${toCode(type)}</p>`,
});

/** Types of ours lead to where they are written out. */
const linkTypes = (type: string): string =>
  toCode(type).replace(
    /\b(?:AccountManager|Contact|Offer\w+|ErrorCode)\b/g,
    (name) => `<a href="#type-${name}">${name}</a>`,
  );

function toVariableRow({ name, absent, text }: VariableEntry, prefix: string): Row {
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(absent) ?? [];
  // Presentation attributes, since the page's policy allows no style of its own.
  const swatch =
    light && dark
      ? `<svg class="swatch" viewBox="0 0 32 16" aria-hidden="true"><path d="M0 0h16v16H0z" fill="${light}"/><path d="M16 0h16v16H16z" fill="${dark}"/></svg>`
      : '';
  return {
    id: `${prefix}-${name.replace('--hasoffers-', '')}`,
    name,
    body: `${toParagraphs(text)}<p class="fine">${swatch}${toCode(absent)}</p>`,
  };
}
