import { useState } from 'preact/hooks';
import { CodeBlock } from './CodeBlock.js';
import { type Addresses, sources } from './configuration.js';
import { Segments } from './Segments.js';
import { type Format, formats, type Snippet } from './snippets.js';
import { TextInput } from './TextInput.js';

interface SnippetPanelProps {
  readonly snippets: Readonly<Record<Format, readonly Snippet[]>>;
  readonly policy: string;
  readonly isSignedIn: boolean;
  readonly addresses: Addresses;
  /** Where the demo's own files are. */
  readonly usual: Omit<Addresses, 'source'>;
  readonly onAddress: (name: keyof Addresses, value: string) => void;
}

const titles: Readonly<Record<Format, string>> = {
  html: 'HTML',
  wordpress: 'WordPress',
  builder: 'Site builder',
  react: 'React',
  vue: 'Vue',
  css: 'CSS',
};
const sourceTitles = { site: 'Your own site', jsdelivr: 'jsDelivr', unpkg: 'unpkg' };

const hints: Readonly<Record<Format, string>> = {
  html: 'Paste it where the element is to stand.',
  wordpress:
    'Switch the editor to “Code editor” and paste: it becomes a block “Custom HTML”. WordPress lets administrators and editors do that; others ask one of them.',
  builder:
    'For a block that takes code: Squarespace, Webflow, Framer, Shopify, Ghost and others. Wix asks for three texts.',
  react: 'React 18 and newer. The package brings types for the element.',
  css: 'The look alone, for a stylesheet that you have. It is in the other snippets, too.',
  vue: 'Vue 3. The second file tells the compiler that the element is none of its components.',
};

/** What is said of the script, in the formats in which a tag names its file. */
function hintOfScript(format: Format, source: Addresses['source']): string | undefined {
  if (format !== 'html' && format !== 'wordpress' && format !== 'builder') return undefined;
  if (source !== 'site')
    return 'The CDN serves what npm has: this version has to be published there, as it was built here.';
  return format === 'html'
    ? 'The hash lets browsers run this very file: leave it out if your site rewrites scripts.'
    : 'It has no hash: what speeds up a site rewrites scripts, and a hash would stop them.';
}

/** What to take home. */
export function SnippetPanel({ snippets, policy, isSignedIn, addresses, usual, onAddress }: SnippetPanelProps) {
  const [format, setFormat] = useState<Format>('html');
  const aboutScript = hintOfScript(format, addresses.source);
  const address = (name: 'script' | 'endpoint', label: string) => (
    <div class="control">
      <label for={`address-${name}`}>{label}</label>
      <TextInput
        id={`address-${name}`}
        type="url"
        value={addresses[name]}
        placeholder={usual[name]}
        onText={(text) => onAddress(name, text)}
      />
    </div>
  );
  return (
    <>
      <div class="snippet-head">
        <h2>Your snippet</h2>
        <Segments name="format" label="For" quiet words={formats} titles={titles} value={format} onChoose={setFormat} />
      </div>
      <p class="hint">
        {hints[format]} {aboutScript}{' '}
        {aboutScript && 'Its style reserves the height that the preview has: choose the width of your column there.'}
      </p>
      {isSignedIn && (
        <p class="hint">
          This element shows your account’s own figures. Your server decides who sees which, and gives the page a token
          for them: <a href="/docs/signed-in.html">Signed-in pages</a> has the server’s side of{' '}
          <code>/widget-token</code>.
        </p>
      )}
      <div class="addresses">
        {aboutScript && (
          <Segments
            name="served-by"
            label="Who serves the script"
            words={sources}
            titles={sourceTitles}
            value={addresses.source}
            onChoose={(source) => onAddress('source', source)}
          />
        )}
        {aboutScript && addresses.source === 'site' && address('script', 'Where your copy of the script is')}
        {address('endpoint', 'Where your proxy is')}
      </div>
      <div class="stack" data-format={format}>
        {snippets[format].map((snippet) => (
          <CodeBlock key={snippet.place} {...snippet} />
        ))}
        {snippets[format].length === 0 && <p class="nothing">Nothing is set under “Look” yet.</p>}
      </div>
      <h3>If your page has a content security policy</h3>
      <p class="hint">These lines are what this configuration needs, under Trusted Types, too. Add them to yours.</p>
      <div class="stack" data-format="policy">
        <CodeBlock place="Content-Security-Policy" code={policy} />
      </div>
    </>
  );
}
