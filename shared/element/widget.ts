import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { ApiError } from '../api/errors.js';
import type { ApiClient } from '../api/request.js';
import type { MessageTable } from '../i18n/messages.js';
import type { Page } from '../page/page.types.js';
import type { Resource } from '../resource.js';
import type { TokenLock } from '../session/session.types.js';
import type { Attribute } from './attributes.js';
import type { CommonAttributes } from './common-attributes.js';

/** What a model is made from; a test passes fakes. */
export interface ModelContext<Attributes> {
  /** All attributes, parsed, by property name; a new object when one of them has changed. */
  readonly attributes: ReadonlySignal<Attributes & CommonAttributes>;
  /** BCP 47. */
  readonly language: ReadonlySignal<string>;
  /** The client of the element's endpoint. Reads signals; the same object while they stay the same. */
  readonly client: () => ApiClient;
  /** What the visitor's token restricts, once there is one; empty where the element is public. Reads signals. */
  readonly lock: () => TokenLock;
}

export interface ViewProps<Attributes, Model> {
  readonly model: Model;
  /** All attributes, parsed. A value that did not change is the same object as before. */
  readonly attributes: Attributes & CommonAttributes;
}

/** An element, for what is shared by all that are signed in. */
export interface SignedInElement<Attributes> {
  readonly page: Page;
  readonly host: HTMLElement;
  readonly attributes: ReadonlySignal<Attributes & CommonAttributes>;
  /** Makes model and view anew: what they hold belongs to somebody who is not signed in any more. */
  readonly startAnew: () => void;
}

/** An element's part in what the signed-in ones share. */
export interface Membership {
  /** The client that the model has to use; `undefined` where the element is public. Reads signals. */
  client(): ApiClient | undefined;
  /** See `ModelContext`. Reads signals. */
  lock(): TokenLock;
  /** The element is in the page. May make it start anew. */
  enter(): void;
  leave(): void;
  /** The element is wanted again after nobody was signed in. */
  reopen(): void;
}

/** What `signedIn()` (`shared/session/signed-in.tsx`) makes of a widget's scopes. */
export interface SignedIn<Attributes> {
  /** Shown in the place of the view when nobody is signed in. */
  readonly SignedOut: ComponentType<{ readonly error: ApiError }>;
  join(element: SignedInElement<Attributes>): Membership;
}

/** One element: the contract that `defineWidget` turns into a class. */
export interface Widget<Attributes extends object, Data, Model extends Resource<Data> = Resource<Data>> {
  readonly tag: `hasoffers-${string}`;
  /** The stylesheet of the element's shadow root, without the base that all share. */
  readonly styles: string;
  readonly attributes: { readonly [Name in keyof Attributes]: Attribute<Attributes[Name]> };
  /** What a visitor reads of this widget alone, in English. Its components get it from `useMessages(table)`. */
  readonly messages?: MessageTable;
  /** For data that only a signed-in visitor may see: `signedIn(['stats'])`. Absent: a public widget. */
  readonly signedIn?: SignedIn<Attributes>;
  /** Read-only properties of the element beside its attributes, from its model. One that is a function is a method. */
  readonly properties?: { readonly [name: string]: (model: Model) => unknown };
  readonly createModel: (context: ModelContext<Attributes>) => Model;
  readonly View: ComponentType<ViewProps<Attributes, Model>>;
}

/** A widget whatever its types are, for lists of widgets. */
// biome-ignore lint/suspicious/noExplicitAny: attributes and model of a widget only meet each other
export type AnyWidget = Widget<any, any, any>;

/** Declares a widget. Only lets the compiler check that attributes, model and view fit together. */
export const widget = <Attributes extends object, Data, Model extends Resource<Data>>(
  definition: Widget<Attributes, Data, Model>,
): Widget<Attributes, Data, Model> => definition;
