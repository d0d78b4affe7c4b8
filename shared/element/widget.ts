import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { ApiClient } from '../api/request.js';
import type { MessageTable } from '../i18n/messages.js';
import type { Resource } from '../resource.js';
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
}

export interface ViewProps<Attributes, Model> {
  readonly model: Model;
  /** All attributes, parsed. A value that did not change is the same object as before. */
  readonly attributes: Attributes & CommonAttributes;
}

/** One element: the contract that `defineWidget` turns into a class. */
export interface Widget<Attributes extends object, Data, Model extends Resource<Data> = Resource<Data>> {
  readonly tag: `hasoffers-${string}`;
  /** The stylesheet of the element's shadow root, without the base that all share. */
  readonly styles: string;
  readonly attributes: { readonly [Name in keyof Attributes]: Attribute<Attributes[Name]> };
  /** What a visitor reads of this widget alone, in English. Its components get it from `useMessages(table)`. */
  readonly messages?: MessageTable;
  readonly createModel: (context: ModelContext<Attributes>) => Model;
  readonly View: ComponentType<ViewProps<Attributes, Model>>;
}

/** A widget whatever its types are, for lists of widgets. */
// biome-ignore lint/suspicious/noExplicitAny: attributes and model of a widget only meet each other
export type AnyWidget = Widget<any, any, any>;

/** Declares a widget, with its types inferred. */
export const widget = <Attributes extends object, Data, Model extends Resource<Data>>(
  definition: Widget<Attributes, Data, Model>,
): Widget<Attributes, Data, Model> => definition;
