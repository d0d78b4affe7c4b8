import { colour } from '../site/highlight.js';
import type { Snippet } from './snippets.js';

/** Code to copy; `site.ts` hears the button. */
export const CodeBlock = ({ place, language, code }: Snippet) => (
  <div class="code">
    <div class="code-bar">
      <span>{place}</span>
      <button type="button" class="copy" data-copy>
        Copy
      </button>
    </div>
    <pre translate={false} dir="ltr">
      <code>{[...colour(code, language)].map(([text, kind]) => (kind ? <span class={kind}>{text}</span> : text))}</code>
    </pre>
  </div>
);
