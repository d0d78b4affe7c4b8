import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/errors.js';
import type { Send } from '../api/request.js';
import type { Messages } from '../messages.js';
import type { Resource } from '../resource.js';
import type { AttributeParser } from './attributes.js';

export type AttributeParsers<Attributes> = { readonly [Name in keyof Attributes]: AttributeParser<Attributes[Name]> };

/** Attributes that every element has; see the contract in README "Attributes of every element". */
export interface CommonAttributes {
  readonly endpoint: string | null;
  readonly loading: 'lazy' | 'eager';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly currency: string | null;
  readonly consent: 'required' | null;
}

/** What the page says to all elements; made once by `shared/config.ts`. */
export interface Page {
  /** Every sentence, in this language where there is a pack of it. Follows the signals it is made of. */
  messages(language: string): Messages;
  /** The visitor lets the page's elements load. */
  readonly agreed: Signal<boolean>;
  /** Changes when the default endpoint does. */
  readonly endpoint: ReadonlySignal<string | null>;
  /** The way to a proxy; equal endpoints share one function. Of a wrong endpoint it rejects. */
  sendTo(endpoint: string | null, base: string): Send;
  /** Tells the page's author, never its visitors. Each text once. */
  warn(text: string): void;
  /** {@link Page.warn} for a failed load. */
  report(tag: string, error: ApiError): void;
}

/** What a model is made from; a test passes fakes. */
export interface ModelContext<Attributes> {
  /** All attributes, parsed, by property name; another object when one of them has changed. */
  readonly attributes: ReadonlySignal<Attributes & CommonAttributes>;
  /** The way to the proxy. Follows the signals it depends on, and is the same function while they stay the same. */
  readonly send: () => Send;
}

export interface ViewProps<Attributes, Model> {
  readonly model: Model;
  readonly attributes: Attributes & CommonAttributes;
  /** BCP 47 tag for Intl. */
  readonly language: string;
  readonly t: Messages;
  /** Dispatches a composed, bubbling, cancelable event on the element; `false` when a listener cancelled it. */
  readonly emit: (type: string, detail: unknown) => boolean;
  /** Says something to screen readers, politely. */
  readonly announce: (sentence: string) => void;
  /** Called at each drawing with what the view shows, in words: said to screen readers when it becomes something else. */
  readonly follow: (sentence: string | undefined) => void;
  /** Called when what the view returns is in the DOM: the place for `drawStill`. */
  readonly after: (callback: (root: ShadowRoot) => void) => void;
  /** The element itself, for what the page's author put into it. */
  readonly host: HTMLElement;
}

/** One element: the contract that `define` turns into a class. */
export interface Widget<Attributes extends object, Data, Model extends Resource<Data> = Resource<Data>> {
  readonly tag: `hasoffers-${string}`;
  readonly css: string;
  readonly attributes: AttributeParsers<Attributes>;
  readonly createModel: (context: ModelContext<Attributes>) => Model;
  /** What the element shows now; called anew whenever a signal that it has read changes. */
  readonly view: (props: ViewProps<Attributes, Model>) => ComponentChildren;
}
