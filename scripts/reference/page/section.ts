import { toCode, toText } from './html.js';

/** One thing that can be looked up; it has an address of its own. */
export interface Row {
  readonly id: string;
  readonly name: string;
  /** Beside the name, in few words: a type, a status. As HTML. */
  readonly facts?: readonly string[];
  /** As HTML. */
  readonly body: string;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  /** As HTML. */
  readonly intro?: string;
  readonly rows: readonly Row[];
}

export interface Section {
  readonly id: string;
  /** A tag is shown as code. */
  readonly title: string;
  /** As HTML. */
  readonly intro: string;
  readonly groups: readonly Group[];
}

export const renderSection = ({ id, title, intro, groups }: Section): string =>
  `<section class="chapter" id="${id}"><h2><a href="#${id}">${toTitle(title)}</a></h2>
  <div class="chapter-intro">${intro}</div>
  ${groups.map((group) => renderGroup(group, groups.length > 1)).join('\n')}</section>`;

/** A section's only group needs no title. */
const renderGroup = ({ id, title, intro = '', rows }: Group, hasTitle: boolean): string =>
  `<section class="topic" id="${id}">${hasTitle ? `<h3><a href="#${id}">${toText(title)}</a></h3>` : ''}${intro}
  <dl class="rows">${rows.map(renderRow).join('\n')}</dl></section>`;

const renderRow = ({ id, name, facts = [], body }: Row): string =>
  `<div class="row" id="${id}"><dt><a href="#${id}">${toCode(name)}</a>${facts
    .map((fact) => `<span class="fact">${fact}</span>`)
    .join('')}</dt><dd>${body}</dd></div>`;

const toTitle = (title: string): string => (title.startsWith('<') ? toCode(title) : toText(title));

/** Links to all sections and their groups. */
export const renderIndex = (sections: readonly Section[]): string =>
  `<ul>${sections
    .map(({ id, title, groups }) => {
      const inner = groups.map((group) => `<li><a href="#${group.id}">${toText(group.title)}</a></li>`).join('');
      const name = title.startsWith('<') ? title.slice(1, -1) : title;
      return `<li><a href="#${id}">${toText(name)}</a>${groups.length > 1 ? `<ul>${inner}</ul>` : ''}</li>`;
    })
    .join('')}</ul>`;
