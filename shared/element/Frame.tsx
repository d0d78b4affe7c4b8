import type { ComponentChildren } from 'preact';
import { directionOf } from './language.js';

interface FrameProps {
  readonly language: string;
  readonly theme: string;
  readonly busy: boolean;
  readonly children?: ComponentChildren;
}

/** What stands around every widget: the page's own header and footer, the busy region, and the live region outside it. */
export const Frame = ({ language, theme, busy, children }: FrameProps) => (
  <div part="root" class={`root ${theme}`} lang={language} dir={directionOf(language)}>
    <slot name="header" />
    <div class="content" tabindex={-1} aria-busy={busy}>
      {children}
    </div>
    <slot name="footer" />
    {/* `define` writes into it. */}
    <p class="hidden" role="status" />
  </div>
);
