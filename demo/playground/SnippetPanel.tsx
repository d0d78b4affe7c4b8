import { useState } from 'preact/hooks';
import { CodeBlock } from './CodeBlock.js';
import type { Addresses } from './configuration.js';
import { Segments } from './Segments.js';
import { type Format, formats, type Snippet } from './snippets.js';
import { TextInput } from './TextInput.js';

interface SnippetPanelProps {
  readonly snippets: Readonly<Record<Format, readonly Snippet[]>>;
  readonly policy: string;
  readonly isSignedIn: boolean;
  readonly addresses: Addresses;
  /** Where the demo's own files are. */
  readonly usual: Addresses;
  readonly onAddress: (name: keyof Addresses, value: string) => void;
}

const titles = { html: 'HTML', wordpress: 'WordPress', react: 'React', vue: 'Vue', css: 'CSS' };

const hints: Readonly<Record<Format, string>> = {
  html: 'Paste it where the element is to stand.',
  wordpress:
    'Switch the editor to “Code editor” and paste: it becomes a block “Custom HTML”. WordPress lets administrators and editors do that; others ask one of them. It has no hash: plugins that speed up a site rewrite its scripts.',
  react: 'React 18 and newer. The package brings types for the element.',
  css: 'The look alone, for a stylesheet that you have. It is in the other snippets, too.',
  vue: 'Vue 3. The second file tells the compiler that the element is none of its components.',
};

/** What to take home. */
export function SnippetPanel({ snippets, policy, isSignedIn, addresses, usual, onAddress }: SnippetPanelProps) {
  const [format, setFormat] = useState<Format>('html');
  return (
    <>
      <div class="snippet-head">
        <h2>Your snippet</h2>
        <Segments name="format" label="For" quiet words={formats} titles={titles} value={format} onChoose={setFormat} />
      </div>
      <p class="hint">{hints[format]}</p>
      {isSignedIn && (
        <p class="hint">
          This element shows your account’s own figures. Your server decides who sees which, and gives the page a token
          for them: <a href="/docs/signed-in.html">Signed-in pages</a> has the server’s side of{' '}
          <code>/widget-token</code>.
        </p>
      )}
      <div class="stack" data-format={format}>
        {snippets[format].map((snippet) => (
          <CodeBlock key={snippet.place} {...snippet} />
        ))}
        {snippets[format].length === 0 && <p class="nothing">Nothing is set under “Look” yet.</p>}
      </div>
      <div class="addresses">
        <div class="control">
          <label for="address-script">Where your copy of the script is</label>
          <TextInput
            id="address-script"
            type="url"
            value={addresses.script}
            placeholder={usual.script}
            onText={(text) => onAddress('script', text)}
          />
        </div>
        <div class="control">
          <label for="address-endpoint">Where your proxy is</label>
          <TextInput
            id="address-endpoint"
            type="url"
            value={addresses.endpoint}
            placeholder={usual.endpoint}
            onText={(text) => onAddress('endpoint', text)}
          />
        </div>
      </div>
      <h3>If your page has a content security policy</h3>
      <p class="hint">These lines are what this configuration needs, under Trusted Types, too. Add them to yours.</p>
      <div class="stack" data-format="policy">
        <CodeBlock place="Content-Security-Policy" code={policy} />
      </div>
    </>
  );
}
