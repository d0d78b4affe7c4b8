import type { Snippet } from './snippets.js';

/** Code to copy; `site.ts` hears the button. */
export const CodeBlock = ({ place, code }: Snippet) => (
  <div class="code">
    <div class="code-bar">
      <span>{place}</span>
      <button type="button" class="copy" data-copy>
        Copy
      </button>
    </div>
    <pre translate={false} dir="ltr">
      <code>{code}</code>
    </pre>
  </div>
);
