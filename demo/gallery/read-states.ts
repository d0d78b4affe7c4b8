import { readFileSync } from 'node:fs';
import { marked, type Token, type Tokens } from 'marked';
import type { GalleryGroup, GalleryState } from './gallery.types.js';

/**
 * A group of states from `states/NAME.md`: `#` is its title. Each state is a `##` heading that ends in `{#id}`, a paragraph
 * about it, a list of facts (`- state: ready`), and its markup as a fenced block. `{{30 days ago}}` in the markup becomes a
 * date.
 *
 * @throws Error which names file and state where something is missing.
 */
export function readStates(name: string): GalleryGroup {
  const text = readFileSync(new URL(`states/${name}.md`, import.meta.url), 'utf8');
  const tokens = marked.lexer(text);
  const title = tokens.find(isHeading(1))?.text ?? name;
  const begins = tokens.flatMap((token, index) => (isHeading(2)(token) ? [index] : []));
  const states = begins.map((begin, index) => toState(name, tokens.slice(begin, begins[index + 1])));
  return { id: name, title, states };
}

const isHeading =
  (depth: number) =>
  (token: Token): token is Tokens.Heading =>
    token.type === 'heading' && token.depth === depth;

function toState(file: string, tokens: readonly Token[]): GalleryState {
  const [heading, ...others] = tokens;
  const [, title = '', id = ''] = /^(.*) \{#([\w-]+)\}$/.exec((heading as Tokens.Heading).text) ?? [];
  const find = (type: string) => others.find((token) => token.type === type);
  const about = find('paragraph') as Tokens.Paragraph | undefined;
  const list = find('list') as Tokens.List | undefined;
  const code = find('code') as Tokens.Code | undefined;
  if (!id || !about || !list || !code)
    throw new Error(`${file}.md, "${(heading as Tokens.Heading).text}": a state has {#id}, paragraph, list, and code.`);
  const facts = new Map(list.items.map(({ text }) => text.split(/: (.*)/s) as [string, string | undefined]));
  const { state, code: errorCode, reads, frame } = Object.fromEntries(facts);
  if (!isState(state)) throw new Error(`${file}.md, ${id}: "${state}" is no state of an element.`);
  return {
    id,
    title,
    about: marked.parseInline(about.text, { async: false }),
    state,
    markup: code.text.replace(/\{\{(\d+) days? ago\}\}/g, (_, days) => daysAgo(Number(days))),
    ...(errorCode && { code: errorCode }),
    ...(reads && { reads }),
    ...(frame && { frame: Number(frame) }),
    ...(facts.has('stale') && { stale: true }),
    ...(facts.has('settles') && { settles: true }),
  };
}

const isState = (text: string | undefined): text is GalleryState['state'] =>
  ['idle', 'loading', 'ready', 'empty', 'error'].includes(text ?? '');

/** `YYYY-MM-DD`, so many days before the pages are built. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
