import { describeAccepted, describeDefault, quote } from './describe.js';
import type { AttributeEntry, EventEntry, PartEntry, Reference } from './model.js';

/** The reference as Markdown tables, by what a document calls them between `<!-- reference: NAME -->` marks. */
export function makeTables({ elements, errors, proxy }: Reference): ReadonlyMap<string, string> {
  const [first] = elements;
  if (!first) throw new Error('There are no elements.');
  const { slots, states, variables, members } = first;
  const common = <Each extends { common: boolean }>(all: readonly Each[]) => all.filter((each) => each.common);
  const own = <Each extends { common: boolean }>(all: readonly Each[]) => all.filter((each) => !each.common);
  const entries = (head: string, all: readonly { name: string; text: string }[]) =>
    toTable(
      [head, 'Meaning'],
      all.map(({ name, text }) => [quote(name), text]),
    );
  return new Map([
    ['common attributes', attributesTable(common(first.attributes))],
    ['common events', eventsTable(common(first.events))],
    ['common parts', partsTable(common(first.parts))],
    ['slots', entries('Slot', slots)],
    ['states', entries('State', states)],
    [
      'members',
      toTable(
        ['Member', 'Type', 'Meaning'],
        members.map(({ name, kind, type, text }) => [quote(kind === 'method' ? `${name}()` : name), quote(type), text]),
      ),
    ],
    [
      'variables',
      toTable(
        ['Variable', 'Default', 'For'],
        variables.map(({ name, absent, text }) => [quote(name), quote(absent), text]),
      ),
    ],
    [
      'errors',
      toTable(
        ['Code', 'Meaning', 'Visitors read', 'Try again'],
        errors.map(({ name, text, visitorMessage, retryable }) => [
          quote(name),
          text,
          visitorMessage,
          retryable ? 'yes' : 'no',
        ]),
      ),
    ],
    [
      'proxy variables',
      toTable(
        ['Variable', 'What it does', 'Default'],
        proxy.variables.map(({ name, text, absent, required }) => [
          quote(name),
          text,
          required ? 'required' : absent && quote(absent),
        ]),
      ),
    ],
    ...elements.flatMap(({ tag, attributes, events, parts, bindings }): [string, string][] => [
      [`${tag} attributes`, attributesTable(own(attributes))],
      [`${tag} events`, eventsTable(own(events))],
      [`${tag} bindings`, entries('Name', bindings)],
      [`${tag} parts`, partsTable(own(parts))],
    ]),
  ]);
}

const attributesTable = (attributes: readonly AttributeEntry[]) =>
  toTable(
    ['Attribute', 'Value', 'Default', 'Meaning'],
    attributes.map((attribute) => [
      quote(attribute.name),
      describeAccepted(attribute.accepted),
      describeDefault(attribute),
      attribute.text,
    ]),
  );

const eventsTable = (events: readonly EventEntry[]) =>
  toTable(
    ['Event', '`detail`', 'When'],
    events.map(({ name, type, text }) => [quote(name), type && quote(type), text]),
  );

const partsTable = (parts: readonly PartEntry[]) =>
  toTable(
    ['Part', 'What it is'],
    parts.map(({ name, text }) => [quote(name), text]),
  );

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
