import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ApiError } from '../api/errors.js';
import type { Fetch } from '../api/page-fetch.js';
import type { ApiClient } from '../api/request.js';
import type { Messages, MessageTable } from '../i18n/messages.js';
import type { TokenSource } from '../session/session.types.js';

/** What the page provides to all its elements; `createPage` makes one. */
export interface Page {
  /** The proxy's URL for elements without an `endpoint` of their own. */
  readonly endpoint: ReadonlySignal<string | null>;
  /** The visitor has consented that the page's elements load. */
  readonly consentGranted: Signal<boolean>;
  /** Adds the English messages of a widget to those that every widget has. */
  addMessages(messages: MessageTable): void;
  /** All messages in a language. The same object until a setting changes; reads signals. */
  messagesFor(language: string): Messages;
  /**
   * The client of an endpoint; equal endpoints share one. The client of a wrong endpoint rejects every request.
   *
   * @param base - What a relative endpoint is relative to.
   */
  clientFor(endpoint: string | null, base: string): ApiClient;
  /** A client that is shared with nobody. @param url - An endpoint that was checked. */
  createClient(url: string, fetch?: Fetch): ApiClient;
  /** Where the tokens of signed-in elements come from. */
  readonly tokenSource: ReadonlySignal<TokenSource>;
  /** Logs a mistake of the page, once for each text, where the integrator debugs. Never shown to visitors. */
  warn(text: string): void;
  /** Logs why a load failed and what to do about it, as {@link Page.warn} does. */
  report(tag: string, error: ApiError): void;
}
