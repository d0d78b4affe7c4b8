import { useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Built } from '../site/built-script.js';
import { AttributeControl, toWords } from './AttributeControl.js';
import { firstAttributes, withEntry } from './configuration.js';
import type { Colour } from './contrast.js';
import { endpointOf, readColours, readSeen, type Seen, showInFrame, watchFrame } from './frame.js';
import { tokenScript, toScriptAddress, writeStyle } from './html-snippet.js';
import { LookPanel } from './LookPanel.js';
import { type Element, toTitle } from './manifest.js';
import { PreviewPane } from './PreviewPane.js';
import { writePolicy } from './policy.js';
import type { presets } from './presets.js';
import { Segments } from './Segments.js';
import { SnippetPanel } from './SnippetPanel.js';
import { writeSnippets } from './snippets.js';
import type { Store } from './store.js';

interface PlaygroundProps {
  readonly built: Built;
  readonly elements: readonly Element[];
  readonly store: Store;
}

const tabs = { attributes: 'Attributes', look: 'Look' };

/** Controls on one side, the element and its snippet on the other. */
export function Playground({ built, elements, store }: PlaygroundProps) {
  const { value: configuration } = store.configuration;
  const frame = useRef<HTMLIFrameElement>(null);
  const tab = useSignal<keyof typeof tabs>('attributes');
  const colours = useSignal<ReadonlyMap<string, Colour>>(new Map());
  const seen = useSignal<Seen | undefined>(undefined);
  const element = elements.find(({ tag }) => tag === configuration.element);
  const { script = 'hasoffers-widgets.js', isSignedIn = false } = element ?? {};

  const show = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (page?.readyState !== 'complete' || !page.querySelector('#place')) return;
    const { value: now } = store.configuration;
    const { theme } = document.documentElement.dataset;
    if (theme) page.documentElement.dataset.theme = theme;
    else delete page.documentElement.dataset.theme;
    const shown = elements.find(({ tag }) => tag === now.element);
    showInFrame(page, now, built.locales, shown?.isSignedIn ?? false);
    if (tab.value !== 'look') return;
    const tokens = shown?.tokens ?? [];
    colours.value = readColours(page, tokens, now.attributes.theme);
  }, [store, built, elements, colours, tab]);

  useSignalEffect(() => {
    store.configuration.value;
    tab.value;
    show();
  });
  useEffect(() => {
    const observer = new MutationObserver(show);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [show]);

  const onLoad = () => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    watchFrame(page, () => {
      seen.value = readSeen(page, store.configuration.peek().preview.width) ?? seen.peek();
    });
    show();
  };

  const usual = {
    script: new URL(`/${script}`, location.href).href,
    endpoint: new URL(endpointOf({ isSignedIn }), location.href).href,
  };
  const { source } = configuration.addresses;
  const { version, integrity } = built.scripts[script];
  const parts = {
    configuration,
    source,
    script: toScriptAddress(source, script, configuration.addresses.script || usual.script, version),
    integrity,
    endpoint: configuration.addresses.endpoint || usual.endpoint,
    ...(seen.value?.element === configuration.element ? seen.value : { pictures: [] }),
    isSignedIn,
    locale: built.locales.find(({ language }) => language === configuration.preview.language),
  };
  const style = useHash(writeStyle(parts));
  const inlineScript = useHash(isSignedIn ? tokenScript : '');
  const setAttribute = (name: string, value: string | undefined) =>
    store.change({ attributes: withEntry(configuration.attributes, name, value) }, name);
  const setToken = (name: string, value: string | undefined) =>
    store.change({ tokens: withEntry(configuration.tokens, name, value) }, name);
  const setPreset = (preset: (typeof presets)[number] | undefined) =>
    store.change(
      {
        tokens: preset?.tokens ?? {},
        preview: preset ? { ...configuration.preview, host: preset.host } : configuration.preview,
      },
      `preset ${preset?.id}`,
    );

  return (
    <>
      <section class="panel" aria-label="Settings">
        <div class="panel-head">
          <Segments
            name="element"
            label="Element"
            quiet
            words={elements.map(({ tag }) => tag)}
            titles={Object.fromEntries(elements.map(({ tag }) => [tag, toTitle(tag)]))}
            value={configuration.element}
            onChoose={(tag) => store.change({ element: tag, attributes: firstAttributes(tag) }, `element ${tag}`)}
          />
          <Segments
            name="tab"
            label="What to set"
            quiet
            words={Object.keys(tabs) as (keyof typeof tabs)[]}
            titles={tabs}
            value={tab.value}
            onChoose={(word) => {
              tab.value = word;
            }}
          />
          <button
            type="button"
            class="reset"
            disabled={Object.keys(tab.value === 'look' ? configuration.tokens : configuration.attributes).length === 0}
            onClick={() =>
              store.change(
                tab.value === 'look' ? { tokens: {} } : { attributes: firstAttributes(configuration.element) },
                'reset',
              )
            }
          >
            Reset
          </button>
        </div>
        <div class="controls" key={`${configuration.element} ${tab.value}`}>
          {tab.value === 'attributes' && <p class="about">{toWords(element?.description ?? '')}</p>}
          {tab.value === 'attributes' &&
            element?.attributes.map((attribute) => (
              <AttributeControl
                key={attribute.name}
                attribute={attribute}
                value={configuration.attributes[attribute.name]}
                onSet={(value) => setAttribute(attribute.name, value)}
              />
            ))}
          {tab.value === 'look' && (
            <LookPanel
              tokens={element?.tokens ?? []}
              configuration={configuration}
              colours={colours.value}
              onSet={setToken}
              onPreset={setPreset}
            />
          )}
        </div>
      </section>
      <section class="shown" aria-label="Preview">
        <PreviewPane
          preview={configuration.preview}
          languages={['en', ...built.locales.map(({ language }) => language)]}
          frame={frame}
          onLoad={onLoad}
          onChange={(next, edit) => store.change({ preview: { ...configuration.preview, ...next } }, edit)}
        />
      </section>
      <section class="taken" id="snippet" aria-label="Snippet">
        <SnippetPanel
          snippets={writeSnippets(parts)}
          policy={writePolicy({
            ...parts,
            hasFrames: configuration.attributes.preview === 'frame',
            style,
            inlineScript,
            base: location.href,
          })}
          isSignedIn={isSignedIn}
          addresses={configuration.addresses}
          usual={usual}
          onAddress={(name, value) => store.change({ addresses: { ...configuration.addresses, [name]: value } }, name)}
        />
      </section>
    </>
  );
}

/** As a policy names an inline style or script; `undefined` for none, and until it is known. */
function useHash(text: string): string | undefined {
  const known = useSignal<{ readonly text: string; readonly hash: string } | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    // `crypto.subtle` is there only on pages with https, or on this machine.
    void globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text)).then((digest) => {
      if (isCurrent) known.value = { text, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
    });
    return () => {
      isCurrent = false;
    };
  }, [text, known]);
  return text && known.value?.text === text ? known.value.hash : undefined;
}
