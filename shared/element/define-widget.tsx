import { computed, effect, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import type { Page } from '../page/page.types.js';
import type { Resource, ResourceState } from '../resource.js';
import { type AttributeDefinition, createAttributeReader, toDefinitions, toObservedNames } from './attribute-reader.js';
import { toAttributeText } from './attributes.js';
import base from './base.css?inline';
import { type CommonAttributes, commonAttributes } from './common-attributes.js';
import type { Announcement } from './LiveRegion.js';
import { attachInternalsOf, createStyleAdopter, reflectState, whenNear } from './platform.js';
import { readLanguage } from './read-language.js';
import { WidgetRoot } from './WidgetRoot.js';
import type { Widget } from './widget.js';

/**
 * Defines the custom element of a widget. A tag that is already taken is left alone: the first definition wins.
 *
 * The only class that extends HTMLElement. It is created here and not at module level, because a server that imports this
 * file has no HTMLElement.
 */
export function defineWidget<Attributes extends object, Data, Model extends Resource<Data>>(
  widget: Widget<Attributes, Data, Model>,
  page: Page,
): void {
  type AllAttributes = Attributes & CommonAttributes;
  const { tag } = widget;
  if (customElements.get(tag)) return;
  if (widget.messages) page.addMessages(widget.messages);

  const adoptStyles = createStyleAdopter(base + widget.styles);
  const definitions = toDefinitions({ ...commonAttributes, ...widget.attributes });

  class WidgetElement extends HTMLElement {
    static readonly observedAttributes = toObservedNames(definitions);

    readonly #readAttributes = createAttributeReader(this, definitions, page.warn) as () => AllAttributes;
    readonly #attributes = signal(this.#readAttributes());
    readonly #language = signal(readLanguage(this));
    readonly #announcement = signal<Announcement>({ id: 0, message: '' });
    readonly #internals = attachInternalsOf(this);
    // Without a registry of elements: it needs none, and Chromium creates no nodes for that of a document which the
    // element has left.
    readonly #root = this.attachShadow({ mode: 'open', customElementRegistry: null });
    readonly #membership = widget.signedIn?.join({
      page,
      host: this,
      attributes: this.#attributes,
      startAnew: () => this.#startAnew(),
    });
    #model = this.#createModel();
    readonly #needsConsent = computed(() => this.#attributes.value.consent !== null && !page.consentGranted.value);
    // Not `Promise.withResolvers`: a page may bring a Promise of its own without it, such as that of older zone.js.
    #settleReady!: () => void;
    readonly #ready = new Promise<void>((resolve) => {
      this.#settleReady = resolve;
    });
    #reported: ResourceState<Data> | undefined;
    #disconnect: (() => void) | undefined;

    static {
      for (const definition of definitions) {
        Object.defineProperty(WidgetElement.prototype, definition.property, {
          enumerable: true,
          get(this: WidgetElement) {
            return this.#attributes.peek()[definition.property as keyof AllAttributes];
          },
          set(this: WidgetElement, value: unknown) {
            this.#setProperty(definition, value);
          },
        });
      }
      for (const [name, read] of Object.entries(widget.properties ?? {})) {
        Object.defineProperty(WidgetElement.prototype, name, {
          enumerable: true,
          get(this: WidgetElement) {
            return read(this.#model);
          },
        });
      }
    }

    constructor() {
      super();
      // A property set before the script ran sits on the element itself and would hide the accessor for ever.
      for (const definition of definitions) {
        const { property } = definition;
        if (!Object.hasOwn(this, property)) continue;
        const early: unknown = Reflect.get(this, property);
        if (Reflect.deleteProperty(this, property)) this.#setProperty(definition, early);
      }
    }

    /** What the element is doing: `idle`, `loading`, `ready`, `empty` or `error`. Also a CSS state: `:state(loading)`. */
    get state(): ResourceState<Data>['status'] {
      return this.#model.state.peek().status;
    }

    /** Resolves when the first load has succeeded or failed, and its result is in the DOM. */
    get ready(): Promise<void> {
      return this.#ready;
    }

    /** Loads again. The current content stays until the new one is there. */
    refresh(): Promise<void> {
      this.#membership?.reopen();
      return this.#model.refresh();
    }

    /** Grants consent for all elements of the page. For consent managers; see the attribute `consent`. */
    grantConsent(): void {
      page.consentGranted.value = true;
    }

    /** Reads everything, and not the value that comes with the callback: it may be older than a property set since. */
    attributeChangedCallback(): void {
      this.#language.value = readLanguage(this);
      this.#attributes.value = this.#readAttributes();
    }

    connectedCallback(): void {
      // A parser of XHTML gives attributes to a new element without calling back (Chromium).
      this.attributeChangedCallback();
      this.#membership?.enter();
      this.#disconnect ??= this.#connect();
    }

    /** Its being here makes `moveBefore` move the element as it is, without a removal and an insertion. */
    connectedMoveCallback(): void {
      this.attributeChangedCallback();
    }

    disconnectedCallback(): void {
      // A move is a removal and an insertion in one task: only what is still out afterwards was removed.
      queueMicrotask(() => {
        if (!this.isConnected) this.#leave();
      });
    }

    /** The element is in another document, to which neither its watchers nor its stylesheet belong: both start anew. */
    adoptedCallback(): void {
      this.#leave();
    }

    #leave(): void {
      this.#disconnect?.();
      this.#disconnect = undefined;
      this.#membership?.leave();
    }

    #createModel(): Model {
      return widget.createModel({
        attributes: this.#attributes,
        language: this.#language,
        client: () =>
          this.#membership?.client() ??
          page.clientFor(this.#attributes.value.endpoint || page.endpoint.value, this.baseURI),
        lock: () => this.#membership?.lock() ?? {},
      });
    }

    /** Somebody else is signed in, or nobody: nothing that was loaded or said before remains. */
    #startAnew(): void {
      this.#disconnect?.();
      this.#announcement.value = { id: 0, message: '' };
      this.#model = this.#createModel();
      this.#disconnect = this.#connect();
    }

    #setProperty({ property, name, attribute }: AttributeDefinition, value: unknown): void {
      const text = value === '' && !attribute.allowsEmpty ? null : toAttributeText(value);
      // In this order, so that nothing but the value before and this one is ever read.
      if (text !== null) this.setAttribute(name, text);
      if (property !== name) this.removeAttribute(property);
      if (text === null) this.removeAttribute(name);
      // While an element is upgraded the browser does not call back for the lines above.
      this.attributeChangedCallback();
    }

    /** Starts all that a removed element must not keep: rendering, watchers, requests. Returns how to end it. */
    #connect(): () => void {
      const root = this.#root;
      render(
        <WidgetRoot
          widget={widget}
          page={page}
          host={this}
          model={this.#model}
          attributes={this.#attributes}
          language={this.#language}
          needsConsent={this.#needsConsent}
          announcement={this.#announcement}
          emit={this.#emit}
          announce={this.#announce}
          onRendered={this.#report}
        />,
        root,
      );
      adoptStyles(root);
      const stopReflecting = effect(() => {
        const state = this.#model.state.value;
        const isHidden = this.#attributes.value.hiddenWhen.some((status) => status === state.status);
        reflectState(this.#internals, state, isHidden);
      });
      const stopLoading = effect(() => this.#load());
      const stopWatching = this.#watchPage();
      return () => {
        stopWatching();
        stopLoading();
        stopReflecting();
        this.#model.stop();
        // Ends the subscriptions of the components: the page's signals would keep a removed element alive.
        render(null, root);
      };
    }

    /** Starts the model when it is time; the effect that calls this ends the waiting before it runs again. */
    #load(): (() => void) | undefined {
      if (this.#needsConsent.value) {
        this.#model.stop();
        return undefined;
      }
      // The inner root, because a host may have no box (`display: contents`), which is never near anything. Not what is
      // in the root: that is created anew when the messages change.
      const box = this.#root.querySelector('.root');
      if (this.#attributes.value.loading === 'lazy' && box) return whenNear(box, () => this.#model.start());
      this.#model.start();
      return undefined;
    }

    #watchPage(): () => void {
      const view = this.ownerDocument.defaultView ?? window;
      // Of that window: jsdom takes no signal of another one.
      const listeners = new view.AbortController();
      const { signal } = listeners;
      // Back from the back/forward cache: the data may be old.
      view.addEventListener('pageshow', ({ persisted }) => persisted && this.#model.refresh(), { signal });
      view.addEventListener('online', () => this.#model.state.peek().error && this.#model.refresh(), { signal });
      // Paper is not scrolled: what was never on screen is wanted now.
      view.addEventListener('beforeprint', () => this.#needsConsent.peek() || this.#model.start(), { signal });
      const languages = new view.MutationObserver(() => this.attributeChangedCallback());
      languages.observe(this.ownerDocument, { subtree: true, attributeFilter: ['lang'] });
      return () => {
        listeners.abort();
        languages.disconnect();
      };
    }

    /** Tells the page about the result of a load, once. */
    readonly #report = (state: ResourceState<Data>): void => {
      if (state === this.#reported || state.status === 'idle' || state.status === 'loading') return;
      this.#reported = state;
      if (state.error) {
        const { code, message, retryable } = state.error;
        page.report(tag, state.error);
        this.#emit('hasoffers-error', { code, message, retryable }, false);
      } else this.#emit('hasoffers-load', state.data, false);
      this.#settleReady();
    };

    readonly #announce = (message: string): void => {
      const { id } = this.#announcement.peek();
      this.#announcement.value = { id: id + 1, message };
    };

    /** A listener of the page may set attributes: what this runs in must not depend on what it reads. */
    readonly #emit = (type: string, detail: unknown, cancelable = true): boolean =>
      untracked(() => this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true })));
  }

  customElements.define(tag, WidgetElement);
}
