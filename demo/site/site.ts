/** What the pages do themselves: copy code, switch colours, keep examples loading for ever, and create a link. */

import type { TrackingLinkElement } from '../../types/elements.js';

type Loading = HTMLElement & { refresh(): Promise<void> };

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-copy]');
  if (!button) return;
  const code = button.closest('.code')?.querySelector('code')?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(code);
    say(button, 'Copied');
  } catch {
    // No clipboard without https, or refused: the text can be selected.
    say(button, 'Select it instead');
  }
});

function say(button: HTMLButtonElement, word: string): void {
  button.textContent = word;
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}

const root = document.documentElement;
for (const input of document.querySelectorAll<HTMLInputElement>('.themes input')) {
  input.checked = input.value === (root.dataset.theme ?? 'auto');
  input.addEventListener('change', () => {
    if (input.value === 'auto') delete root.dataset.theme;
    else root.dataset.theme = input.value;
    try {
      localStorage.setItem('theme', input.value);
    } catch {
      // No storage here: the choice lasts as long as the page.
    }
  });
}

// Their endpoint never answers, and the proxy gives up after some seconds: ask again, so that they stay as they are.
document.addEventListener('hasoffers-error', ({ target }) => {
  if (target instanceof HTMLElement && 'waits' in target.dataset) void (target as Loading).refresh();
});

// A link is created as if a visitor had asked for it.
document.addEventListener('hasoffers-load', ({ target }) => {
  if (!(target instanceof HTMLElement) || target.dataset.then !== 'create-link') return;
  delete target.dataset.then;
  void (target as TrackingLinkElement).createLink();
});
