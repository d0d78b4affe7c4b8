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
  readonly version: string;
  readonly onAddress: (name: keyof Addresses, value: string) => void;
}

const titles = {
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

/** The formats in which a script tag names the file. */
const isMarkup = (format: Format) => format === 'html' || format === 'wordpress' || format === 'builder';

/** What to take home. */
export function SnippetPanel({
  snippets,
  policy,
  isSignedIn,
  addresses,
  usual,
  version,
  onAddress,
}: SnippetPanelProps) {
  const [format, setFormat] = useState<Format>('html');
  return (
    <>
      <div class="snippet-head">
        <h2>Your snippet</h2>
        <Segments name="format" label="For" quiet words={formats} titles={titles} value={format} onChoose={setFormat} />
      </div>
      <p class="hint">
        {hints[format]} {isMarkup(format) && <SourceHint format={format} source={addresses.source} version={version} />}
      </p>
      {isSignedIn && (
        <p class="hint">
          This element shows your account’s own figures. Your server decides who sees which, and gives the page a token
          for them: <a href="/docs/signed-in.html">Signed-in pages</a> has the server’s side of{' '}
          <code>/widget-token</code>.
        </p>
      )}
      <div class="addresses">
        {isMarkup(format) && (
          <Segments
            name="served-by"
            label="Who serves the script"
            words={sources}
            titles={sourceTitles}
            value={addresses.source}
            onChoose={(source) => onAddress('source', source)}
          />
        )}
        {isMarkup(format) && addresses.source === 'site' && (
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
        )}
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

/** Why there is a hash or none, what has to be there first, and what the heights are. */
function SourceHint({ format, source, version }: Pick<Addresses, 'source'> & { format: Format; version: string }) {
  const [mayBeRewritten, isOwn] = [format !== 'html', source === 'site'];
  return (
    <>
      {!isOwn &&
        `The CDN serves what npm has: version ${version} has to be published there, with the hash of this build. `}
      {isOwn &&
        !mayBeRewritten &&
        'The hash lets browsers run this very file: leave it out if your site rewrites scripts. '}
      {isOwn &&
        mayBeRewritten &&
        'It has no hash: what speeds up a site rewrites scripts, and a hash would stop them. '}
      The style reserves the height that the preview has: choose the width of your column there.
    </>
  );
}
