import type { ComponentChildren } from 'preact';
import { directionOf } from './language.js';

/**
 * What stands around every widget: the page's own header and footer, the busy region, and the live region outside it.
 *
 * @param key - Other sentences are other nodes: a browser's translator has put texts of its own into these.
 */
export const showFrame = (language: string, theme: string, busy: boolean, key: string, content: ComponentChildren) => (
  <div part="root" class={`root ${theme}`} lang={language} dir={directionOf(language)}>
    <slot name="header" />
    <div key={key} class="content" tabindex={-1} aria-busy={busy}>
      {content}
    </div>
    <slot name="footer" />
    {/* `define` writes into it. */}
    <p class="hidden" role="status" />
  </div>
);
