import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Built } from '../site/built-script.js';
import { AttributeControl, toWords } from './AttributeControl.js';
import { firstAttributes, withEntry } from './configuration.js';
import type { Colour } from './contrast.js';
import { endpointOf, readColours, readPictureOrigins, showInFrame } from './frame.js';
import { LookPanel } from './LookPanel.js';
import { type Element, toTitle } from './manifest.js';
import { PreviewPane } from './PreviewPane.js';
import { writePolicy } from './policy.js';
import type { presets } from './presets.js';
import { Segments } from './Segments.js';
import { SnippetPanel } from './SnippetPanel.js';
import { tokenScript, writeSnippets, writeStyle } from './snippets.js';
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
  const pictures = useSignal<readonly string[]>([]);
  const style = useSignal<string | undefined>(undefined);
  const inlineScript = useSignal<string | undefined>(undefined);
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
    void hash(tokenScript).then((value) => {
      inlineScript.value = value;
    });
  }, [inlineScript]);
  useEffect(() => {
    const observer = new MutationObserver(show);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [show]);

  const onLoad = () => {
    const page = frame.current?.contentDocument;
    page?.addEventListener('hasoffers-load', () => {
      // The event comes before the browser has made the pictures.
      requestAnimationFrame(() => {
        pictures.value = readPictureOrigins(page);
      });
    });
    show();
  };

  const styleText = useComputed(() => writeStyle({ configuration: store.configuration.value }));
  useSignalEffect(() => {
    const { value: text } = styleText;
    style.value = undefined;
    if (text) {
      void hash(text).then((value) => {
        if (text === styleText.peek()) style.value = value;
      });
    }
  });

  const usual = {
    script: new URL(`/${script}`, location.href).href,
    endpoint: new URL(endpointOf({ isSignedIn }), location.href).href,
  };
  const addresses = {
    script: configuration.addresses.script || usual.script,
    endpoint: configuration.addresses.endpoint || usual.endpoint,
  };
  const locale = built.locales.find(({ language }) => language === configuration.preview.language);
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
          snippets={writeSnippets({
            configuration,
            ...addresses,
            built: built.scripts[script],
            locale,
            isSignedIn,
          })}
          policy={writePolicy({
            ...addresses,
            pictures: pictures.value,
            hasFrames: configuration.attributes.preview === 'frame',
            style: style.value,
            inlineScript: isSignedIn ? inlineScript.value : undefined,
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

/** As a policy names the content of a style element. */
async function hash(text: string): Promise<string | undefined> {
  // Only on pages with https, or on this machine.
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
