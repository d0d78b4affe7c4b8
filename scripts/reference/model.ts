import type { Accepted } from './accepted.js';

/** Something with a name and a description. */
export interface Entry {
  readonly name: string;
  readonly text: string;
}

export interface AttributeEntry extends Entry {
  /** Of the property that reads and writes it; `lang` is the browser's own. */
  readonly property: string;
  readonly accepted: Accepted;
  /** TypeScript's name for the property's type. */
  readonly type: string;
  /** As an attribute's text; `null` where an absent attribute means nothing in particular. */
  readonly absent: string | null;
  /** Every element has it. */
  readonly common: boolean;
}

export interface EventEntry extends Entry {
  /** Of `detail`, in TypeScript. */
  readonly type: string;
  readonly common: boolean;
}

export interface MemberEntry extends Entry {
  readonly kind: 'property' | 'method';
  readonly type: string;
}

export interface PartEntry extends Entry {
  readonly common: boolean;
}

export interface VariableEntry extends Entry {
  /** As the stylesheet has it. */
  readonly absent: string;
}

export interface ElementEntry {
  readonly tag: string;
  /** Of the contract object: `offerList`. */
  readonly exportName: string;
  readonly source: string;
  /** The entry of the package with the fewest elements that has it: `index` is the public script, `portal` has all. */
  readonly entry: 'index' | 'portal';
  readonly summary: string;
  readonly attributes: readonly AttributeEntry[];
  readonly events: readonly EventEntry[];
  /** What a `<template>` can bind; empty for elements without templates. */
  readonly bindings: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly parts: readonly PartEntry[];
  readonly states: readonly Entry[];
  readonly variables: readonly VariableEntry[];
  readonly members: readonly MemberEntry[];
}

/** An interface or type that an event's `detail` is made of, as it stands in the source. */
export interface TypeEntry extends Entry {
  readonly code: string;
}

export interface ErrorEntry extends Entry {
  readonly retryable: boolean;
  /** What a visitor reads. */
  readonly visitorMessage: string;
  /** What the integrator reads in the console. */
  readonly consoleMessage: string;
}

export interface ProxyVariableEntry extends Entry {
  /** What the proxy expects, from its message about a wrong value. */
  readonly expected: string;
  readonly absent: string;
  readonly required: boolean;
}

export interface ProxyParameterEntry {
  /** `sort[…]` stands for one parameter per field, `filters[name]` for those with an operator, too. */
  readonly name: string;
  readonly expected: string;
  /** Fields or operators; empty where there are none. */
  readonly words: readonly string[];
  readonly required: boolean;
  /** 1, or the most values of a list. */
  readonly max: number;
  readonly absent: string;
}

export interface ProxyMethodEntry {
  readonly methodId: string;
  /** Who may call it: everybody, those whom `HASOFFERS_ALLOW` lets, or visitors whom the host application signed in. */
  readonly access: 'public' | 'extra' | 'signed-in';
  readonly parameters: readonly ProxyParameterEntry[];
}

export interface ProxyErrorEntry extends Entry {
  readonly status: number;
}

/** The whole reference, read from the code. */
export interface Reference {
  readonly version: string;
  readonly elements: readonly ElementEntry[];
  readonly types: readonly TypeEntry[];
  readonly errors: readonly ErrorEntry[];
  readonly settings: readonly MemberEntry[];
  /** Messages that a page can replace. */
  readonly messages: readonly Entry[];
  readonly proxy: {
    readonly variables: readonly ProxyVariableEntry[];
    readonly methods: readonly ProxyMethodEntry[];
    readonly errors: readonly ProxyErrorEntry[];
  };
}
