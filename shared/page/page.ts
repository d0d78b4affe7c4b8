import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { createClient } from '../api/client.js';
import { ApiError } from '../api/errors.js';
import type { Fetch } from '../api/page-fetch.js';
import type { ApiClient } from '../api/request.js';
import { matchLocales } from '../i18n/locale.js';
import { type Messages, type MessageTable, messages as sharedMessages } from '../i18n/messages.js';
import type { TokenSource } from '../session/session.types.js';
import { checkConfiguration } from './configuration.js';
import { parseEndpoint } from './endpoint.js';
import { createLogger } from './logger.js';
import type { Page } from './page.types.js';
import { watchScriptTag } from './script-tag.js';

/** The page's settings, and the verb that changes them. */
export interface ConfigurablePage extends Page {
  /** Takes anything: what cannot be used is logged and ignored, nothing is thrown. */
  configure(configuration: unknown): void;
  /** Nobody is signed in any more: signed-in elements forget the token and what they show. */
  signOut(): void;
}

const keyLeak =
  'SECURITY: your proxy shows the API key to visitors. Remove "request" from its replies; replace the key.';

export function createPage(): ConfigurablePage {
  const logger = createLogger(location.hostname);
  const tagEndpoint = signal<string | null>(null);
  /** `undefined` = never configured: the script tag decides. */
  const configuredEndpoint = signal<string | null | undefined>(undefined);
  const english = signal<MessageTable>(sharedMessages);
  const messageOverrides = signal<Partial<MessageTable>>({});
  const localePacks = signal<ReadonlyMap<string, Partial<MessageTable>>>(new Map());
  const messagesByLanguage = new Map<string, ReadonlySignal<Messages>>();
  const clients = new Map<string, ApiClient>();
  const tokenSource = signal<TokenSource>({ token: undefined, isSignedOut: false });

  watchScriptTag(document, (endpoint) => {
    tagEndpoint.value = endpoint;
  });

  const createMessages = (language: string) =>
    computed<Messages>(() => {
      const packs = localePacks.value;
      // The nearest last, so that it wins; what it lacks comes from the next one.
      const nearestLast = [...matchLocales(language, [...packs.keys()])].reverse();
      return Object.assign({ ...english.value }, ...nearestLast.map((tag) => packs.get(tag)), messageOverrides.value);
    });

  const createPageClient = (endpoint: string, fetch?: Fetch): ApiClient =>
    createClient({ endpoint, fetch, onKeyLeak: () => logger.error(keyLeak) });
  const createClientOf = (url: string | ApiError): ApiClient =>
    url instanceof ApiError ? { send: () => Promise.reject(url) } : createPageClient(url);

  return {
    endpoint: computed(() => (configuredEndpoint.value === undefined ? tagEndpoint.value : configuredEndpoint.value)),
    consentGranted: signal(false),
    addMessages(messages) {
      english.value = { ...english.peek(), ...messages };
    },
    messagesFor(language) {
      const messages = messagesByLanguage.get(language) ?? createMessages(language);
      messagesByLanguage.set(language, messages);
      return messages.value;
    },
    clientFor(endpoint, base) {
      const url = parseEndpoint(endpoint, base);
      // Wrong endpoints with the same problem share a client, too.
      const key = String(url);
      const client = clients.get(key) ?? createClientOf(url);
      clients.set(key, client);
      return client;
    },
    createClient: createPageClient,
    tokenSource,
    warn: logger.warn,
    report: (tag, { code, message, hint = '' }) => logger.warn(`<${tag}> ${code}: ${message} ${hint}`.trim()),
    configure(given) {
      const problems: string[] = [];
      const { endpoint, messages, locales, debug, token } = checkConfiguration(given, english.peek(), (problem) =>
        problems.push(problem),
      );
      if (debug !== undefined) logger.setDebug(debug);
      for (const problem of problems) logger.warn(problem);
      if (endpoint !== undefined) configuredEndpoint.value = endpoint;
      if (token !== undefined) tokenSource.value = { token: token ?? undefined, isSignedOut: false };
      // Other messages render everything anew, so that they are left alone by other settings.
      if (Object.keys(messages).length) messageOverrides.value = { ...messageOverrides.peek(), ...messages };
      if (locales.size) localePacks.value = new Map([...localePacks.peek(), ...locales]);
    },
    signOut() {
      tokenSource.value = { ...tokenSource.peek(), isSignedOut: true };
    },
  };
}
