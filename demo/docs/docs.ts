import { watchSections } from '../site/watch-sections.js';
import { openSearch } from './search.js';

/** What the documentation's pages do: open menus on a narrow screen, search, and mark the section that is read. */

for (const toggle of document.querySelectorAll('.docs-toggle')) {
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'));
  });
}

document.querySelector('.docs-search-button')?.addEventListener('click', () => void openSearch());
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isControlK = event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isControlK) return;
  event.preventDefault();
  void openSearch();
});

// The open guide may be at the end of a list that is longer than the window.
const current = document.querySelector<HTMLElement>('.docs-menu [aria-current]');
if (current) current.closest('nav')?.scrollTo({ top: current.offsetTop - 240 });

const contents = document.querySelector<HTMLElement>('.docs-contents');
if (contents) watchSections(contents, document.querySelectorAll('.prose :is(h2, h3)'));
