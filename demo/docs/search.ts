import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { SearchEntry } from '../../scripts/guides/search-entries.js';

const dialog = document.querySelector<HTMLDialogElement>('dialog.docs-search');
const input = dialog?.querySelector('input');
const count = dialog?.querySelector('output');
const list = dialog?.querySelector('ul');

const maxResults = 12;
let loading: Promise<MiniSearch<SearchEntry>> | undefined;

/** Library and index are loaded when somebody searches, not before. */
async function load(): Promise<MiniSearch<SearchEntry>> {
  const [{ default: Index }, response] = await Promise.all([import('minisearch'), fetch('/docs/search.json')]);
  if (!response.ok) throw new Error(`/docs/search.json: ${response.status}`);
  const index = new Index<SearchEntry>({
    fields: ['title', 'page', 'text'],
    storeFields: ['href', 'page', 'title', 'text'],
    // `page-size` and `HASOFFERS_API_KEY` are found whole and by their words.
    tokenize: (text) => text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => [word, ...word.split(/[_-]+/)]),
    searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  index.addAll((await response.json()) as SearchEntry[]);
  return index;
}

/** Opens the dialog; what it finds is shown while the visitor types. */
export async function openSearch(): Promise<void> {
  if (!dialog?.open) dialog?.showModal();
  input?.select();
  loading ??= load();
  try {
    await loading;
    await showResults();
  } catch {
    loading = undefined;
    if (count) count.textContent = 'The search could not be loaded.';
  }
}

async function showResults(): Promise<void> {
  if (!input || !count || !list || !loading) return;
  const index = await loading;
  const found = index.search(input.value);
  count.textContent = input.value.trim() === '' ? '' : found.length === 1 ? '1 result' : `${found.length} results`;
  list.replaceChildren(...found.slice(0, maxResults).map(toItem));
}

function toItem(result: SearchResult): HTMLLIElement {
  const { href, page, title, text } = result as SearchResult & SearchEntry;
  const link = document.createElement('a');
  link.href = href;
  link.append(
    make('span', page === title ? 'Guide' : page),
    make('strong', title),
    markTerms(make('p', ''), toExcerpt(text, result.terms), result.terms),
  );
  const item = document.createElement('li');
  item.append(link);
  return item;
}

function make(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Some words around the first one that was found. */
function toExcerpt(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, text.length) - 50);
  const start = places.length === 0 || from === 0 ? 0 : text.indexOf(' ', from) + 1;
  return `${start > 0 ? '… ' : ''}${text.slice(start, start + 140)}${start + 140 < text.length ? ' …' : ''}`;
}

/** The text as nodes, with what was searched for in `<mark>`: the pages require Trusted Types. */
function markTerms(target: HTMLElement, text: string, terms: readonly string[]): HTMLElement {
  if (terms.length === 0) return target;
  // Terms are letters, digits, `-` and `_`: see `tokenize`. The longest one wins.
  const pattern = terms.toSorted((one, other) => other.length - one.length).join('|');
  for (const [index, piece] of text.split(new RegExp(`(${pattern})`, 'giu')).entries()) {
    target.append(index % 2 ? make('mark', piece) : piece);
  }
  return target;
}

input?.addEventListener('input', () => void showResults());
input?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  list?.querySelector('a')?.click();
});
dialog?.querySelector('.docs-search-close')?.addEventListener('click', () => dialog.close());
dialog?.addEventListener('click', ({ target }) => {
  // The backdrop, or a result on the page that is open already.
  if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
});
dialog?.addEventListener('keydown', (event) => {
  // In a search field, the first Escape would only clear the text.
  if (event.key === 'Escape') dialog.close();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !input) return;
  event.preventDefault();
  const stops: (Element | null)[] = [input, ...dialog.querySelectorAll<HTMLAnchorElement>('ul a')];
  const place = stops.indexOf(document.activeElement);
  const next = stops[Math.min(Math.max(place + step, 0), stops.length - 1)];
  if (next instanceof HTMLElement) next.focus();
});
