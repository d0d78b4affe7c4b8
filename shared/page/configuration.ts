import type { AllMessages } from '../i18n/all-messages.js';
import { canonicalLocale } from '../i18n/locale.js';
import type { MessageTable, PluralForms } from '../i18n/messages.js';
import type { TokenFunction } from '../session/session.types.js';

/** What a page can set for all its elements with `HasOffersWidgets.configure()`, at any time and as often as needed. */
export interface Configuration {
  /** The proxy's URL for every element without an `endpoint` of its own. */
  readonly endpoint?: string | null;
  /** Messages that replace the built-in ones in every language. */
  readonly messages?: Partial<AllMessages>;
  /** Messages by language (BCP 47); an element uses those nearest to its own language. `dist/locales` has 26. */
  readonly locales?: { readonly [language: string]: Partial<AllMessages> };
  /** Logs causes of failures and hints in the console. @default on localhost only */
  readonly debug?: boolean;
  /** Gets a short-lived token from your server, for who is signed in there; `null` = nobody. Signed-in elements send it. */
  readonly token?: TokenFunction | null;
}

/** A configuration without what cannot be used. */
export interface CheckedConfiguration {
  readonly endpoint?: string | null;
  readonly messages: Partial<MessageTable>;
  readonly locales: ReadonlyMap<string, Partial<MessageTable>>;
  readonly debug?: boolean;
  readonly token?: TokenFunction | null;
}

type Warn = (problem: string) => void;

/**
 * A copy of an object of the page's; `undefined` where there is none (a list or a `Map` is none), or where it cannot be
 * read (a getter throws).
 */
function readObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    return typeof value === 'object' && value !== null && !(Symbol.iterator in value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isPluralForms(value: unknown): value is PluralForms {
  const forms = readObject(value) ?? {};
  return typeof forms.other === 'string' && Object.values(forms).every((form) => typeof form === 'string');
}

type IsUsable = (key: string, message: unknown) => boolean;

/** A message that exists, in the form that it has in English. */
const isMessageOf =
  (english: MessageTable): IsUsable =>
  (key, message) =>
    Object.hasOwn(english, key) &&
    (typeof english[key] === 'object' ? isPluralForms(message) : typeof message === 'string');

/** A language pack has messages of elements that this script may not define. */
const isPackMessageOf =
  (english: MessageTable): IsUsable =>
  (key, message) =>
    Object.hasOwn(english, key)
      ? isMessageOf(english)(key, message)
      : typeof message === 'string' || isPluralForms(message);

/** Keeps the messages that can be used. */
function checkMessages(
  value: unknown,
  setting: string,
  isUsable: IsUsable,
  warn: Warn,
): Partial<MessageTable> | undefined {
  if (value === undefined || value === null) return undefined;
  const given = readObject(value);
  if (!given) {
    warn(`${setting} is ignored: expected an object.`);
    return undefined;
  }
  const usable = Object.entries(given).filter(([key, message]) => {
    if (message === undefined) return false;
    const isKept = isUsable(key, message);
    if (!isKept) warn(`${setting}["${key}"] is ignored: no such message, or not in its form.`);
    return isKept;
  });
  return Object.fromEntries(usable) as Partial<MessageTable>;
}

function checkLocales(value: unknown, isUsable: IsUsable, warn: Warn): ReadonlyMap<string, Partial<MessageTable>> {
  const locales = new Map<string, Partial<MessageTable>>();
  if (value === undefined || value === null) return locales;
  const given = readObject(value);
  if (!given) {
    warn('locales is ignored: expected an object.');
    return locales;
  }
  for (const [tag, pack] of Object.entries(given)) {
    const locale = canonicalLocale(tag);
    if (!locale) {
      warn(`locales["${tag}"] is ignored: expected a language tag such as "pt-BR".`);
      continue;
    }
    // What is no pack must not take the place of one that came before.
    const messages = checkMessages(pack, `locales["${tag}"]`, isUsable, warn);
    if (messages) locales.set(locale, messages);
  }
  return locales;
}

const settings = new Set(['endpoint', 'messages', 'locales', 'debug', 'token']);
/** What the object on `window` has besides settings: copying it must not count as a mistake. */
const ownMembers = new Set(['version', 'configure', 'signOut']);

/**
 * Checks what a page hands over. Nothing is thrown: what cannot be used is warned about and left out.
 *
 * @param english - All messages there are, by key.
 * @param warn - Gets the name of the setting and what was expected. A value is never repeated: it may be a secret.
 */
export function checkConfiguration(configuration: unknown, english: MessageTable, warn: Warn): CheckedConfiguration {
  const given = readObject(configuration);
  if (!given) {
    warn('configure() expects an object of settings.');
    return { messages: {}, locales: new Map() };
  }
  for (const name of Object.keys(given)) {
    if (!settings.has(name) && !ownMembers.has(name)) warn(`The setting "${name}" is ignored: there is none.`);
  }
  const { endpoint, debug, token } = given;
  const isEndpoint =
    endpoint === undefined || endpoint === null || typeof endpoint === 'string' || endpoint instanceof URL;
  if (!isEndpoint) warn('endpoint is ignored: expected a URL as text.');
  const isDebug = typeof debug === 'boolean';
  if (!isDebug && debug !== undefined && debug !== null) warn('debug is ignored: expected true or false.');
  const isToken = typeof token === 'function' || token === null;
  if (!isToken && token !== undefined) warn('token is ignored: expected a function.');
  return {
    ...('endpoint' in given && isEndpoint && { endpoint: endpoint ? String(endpoint) : null }),
    ...(isDebug && { debug }),
    ...(isToken && { token: token as TokenFunction | null }),
    messages: checkMessages(given.messages, 'messages', isMessageOf(english), warn) ?? {},
    locales: checkLocales(given.locales, isPackMessageOf(english), warn),
  };
}
