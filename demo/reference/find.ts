import { watchSections } from '../site/watch-sections.js';

/** Finds rows of the reference: what does not hold every word is hidden, and the words are marked in the rest. */

const input = document.querySelector<HTMLInputElement>('#find');
const count = document.querySelector<HTMLOutputElement>('#found');
const rows = [...document.querySelectorAll<HTMLElement>('.row')];
const texts = new Map(rows.map((row) => [row, row.textContent?.toLowerCase() ?? '']));

function find(): void {
  const words = input?.value.toLowerCase().match(/\S+/g) ?? [];
  const found = rows.filter((row) => words.every((word) => texts.get(row)?.includes(word)));
  for (const row of rows) row.hidden = !found.includes(row);
  for (const section of document.querySelectorAll<HTMLElement>('.topic, .chapter')) {
    section.hidden = !section.querySelector('.row:not([hidden])');
  }
  document.body.toggleAttribute('data-finds', words.length > 0);
  if (count) count.textContent = words.length === 0 ? '' : `${found.length} of ${rows.length}`;
  mark(words.length > 0 ? found : [], words);
  history.replaceState(
    null,
    '',
    words.length > 0 ? `?q=${encodeURIComponent(words.join(' '))}` : location.pathname + location.hash,
  );
}

/** Without touching the text: a browser that cannot do it shows the rows all the same. */
function mark(found: readonly HTMLElement[], words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const ranges: Range[] = [];
  for (const row of found) {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.toLowerCase() ?? '';
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

input?.addEventListener('input', find);
input?.form?.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input?.focus();
});

const asked = new URLSearchParams(location.search).get('q');
if (input && asked) {
  input.value = asked;
  find();
}

const contents = document.querySelector<HTMLElement>('.index');
if (contents) {
  watchSections(contents, document.querySelectorAll('.topic, .chapter-intro'), (section) =>
    contents.querySelector(`a[href="#${section.id}"]`) ? section.id : (section.closest('.chapter')?.id ?? ''),
  );
}
