import { signal } from '@preact/signals';
import { createClient } from './api/client.js';
import { ApiError } from './api/errors.js';
import type { Send } from './api/request.js';
import { readersOf } from './element/language.js';
import type { Page } from './element/widget.js';
import { parseEndpoint } from './endpoint.js';
import { messages as english, type Messages } from './messages.js';

/** What a page can set for all its elements, at any time. */
export interface Configuration {
  /** The proxy's address for every element without one of its own. */
  readonly endpoint?: string | null;
  /** Sentences that replace the built-in ones. */
  readonly messages?: Partial<Messages>;
  /** Sentences by language (BCP 47), used where an element's language is written and read alike; `dist/locales` brings them. */
  readonly locales?: { readonly [language: string]: Partial<Messages> };
  /** Tells causes and cures of failures in the console; on localhost it is always so. */
  readonly debug?: boolean;
}

/** The page's settings, and the verb that changes them. */
export interface ConfigurablePage extends Page {
  configure(configuration: Configuration): void;
}

/** Reads the script's own tag; call it while the script runs, because `document.currentScript` is gone afterwards. */
export function createPage(): ConfigurablePage {
  const script = readScript();
  const endpoint = signal(script?.dataset.endpoint ?? null);
  const overrides = signal<Partial<Messages>>({});
  const packs = signal<{ readonly [readers: string]: Partial<Messages> }>({});
  const clients = new Map<string, Send>();
  const told = new Set<string>();
  let debug: boolean | undefined;

  const isDebugged = () => debug ?? /^((.*\.)?localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);

  const tell = (text: string) => {
    if (told.has(text)) return;
    told.add(text);
    console.error(`[hasoffers-widgets] ${text}`);
  };

  return {
    endpoint,
    agreed: signal(false),
    messages: (language) => ({ ...english, ...packs.value[readersOf(language)], ...overrides.value }),
    configure(configuration) {
      if ('endpoint' in configuration) endpoint.value = configuration.endpoint ?? null;
      overrides.value = { ...overrides.value, ...configuration.messages };
      for (const [language, pack] of Object.entries(configuration.locales ?? {})) {
        packs.value = { ...packs.value, [readersOf(language)]: pack };
      }
      if ('debug' in configuration) debug = Boolean(configuration.debug);
    },
    sendTo(given, base) {
      const url = parseEndpoint(given, base);
      // Of a refusal it is what is wrong.
      const key = String(url);
      let send = clients.get(key);
      if (!send) {
        const onKeyLeak = () =>
          tell(
            'SECURITY: your proxy shows the API key to visitors. Remove "request" from its replies; replace the key.',
          );
        send = url instanceof ApiError ? () => Promise.reject(url) : createClient({ endpoint: url, onKeyLeak }).send;
        clients.set(key, send);
      }
      return send;
    },
    warn(text) {
      if (isDebugged()) tell(text);
    },
    report(tag, error) {
      if (isDebugged()) tell(`<${tag}> ${error.code}: ${error.message} ${error.cure ?? ''}`);
    },
  };
}

/** A module and a script without a tag have no `currentScript`; then the page's tag that carries our attribute is it. */
function readScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  return current instanceof HTMLScriptElement
    ? current
    : document.querySelector<HTMLScriptElement>('script[data-endpoint]');
}
