import { computed, effect, type Signal, signal } from '@preact/signals';
import { h, render } from 'preact';
import { errorSentence } from '../messages.js';
import type { Resource, ResourceState } from '../resource.js';
import { type AttributeParser, oneOf, text, toAttribute, toAttributeName } from './attributes.js';
import { Frame } from './Frame.js';
import { readLanguage } from './language.js';
import { reflectState } from './states.js';
import { adoptStyles } from './styles.js';
import { whenNear } from './visibility.js';
import type { AttributeParsers, CommonAttributes, Page, Signals, Widget } from './widget.js';

const commonAttributes: AttributeParsers<CommonAttributes> = {
  endpoint: text,
  loading: oneOf('lazy', 'eager'),
  theme: oneOf('auto', 'light', 'dark'),
  currency: text,
};

/**
 * Makes a custom element of a widget. A tag that is already taken is left alone: the first definition wins.
 *
 * The only class that extends HTMLElement. It is made here and not at module level, because a server that imports this
 * file has no HTMLElement.
 */
export function define<Attributes extends object, Data, Model extends Resource<Data>>(
  widget: Widget<Attributes, Data, Model>,
  page: Page,
): void {
  if (customElements.get(widget.tag)) return;

  type All = Attributes & CommonAttributes;
  const parsers = Object.entries({ ...commonAttributes, ...widget.attributes }) as [string, AttributeParser<unknown>][];

  class WidgetElement extends HTMLElement {
    static readonly observedAttributes = [...parsers.map(([property]) => toAttributeName(property)), 'lang'];

    /** The attributes' texts, by property name. */
    readonly #texts = new Map<string, Signal<string | null>>();
    readonly #attributes = this.#createSignals();
    readonly #language = signal('en');
    readonly #announcement = signal('');
    // A copy, so that nothing global refers to an element that was removed.
    readonly #messages = signal(page.messages.peek());
    readonly #internals = this.attachInternals?.();
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #model = widget.createModel({
      attributes: this.#attributes,
      send: computed(() => page.sendTo(this.#attributes.endpoint.value ?? page.endpoint.value, this.baseURI)),
    });
    #settle = () => {};
    readonly #ready = new Promise<void>((resolve) => {
      this.#settle = resolve;
    });
    #shown: ResourceState<Data> | undefined;
    #hadFocus = false;
    #leave: (() => void) | undefined;

    static {
      for (const [property] of parsers) {
        Object.defineProperty(WidgetElement.prototype, property, {
          configurable: true,
          enumerable: true,
          get(this: WidgetElement) {
            return this.#attributes[property as keyof All].peek();
          },
          set(this: WidgetElement, value: unknown) {
            this.#setProperty(property, value);
          },
        });
      }
    }

    constructor() {
      super();
      // A property set before the script ran sits on the element itself and would hide the accessor for ever.
      for (const [property] of parsers) {
        const early = Object.getOwnPropertyDescriptor(this, property);
        if (early && Reflect.deleteProperty(this, property)) this.#setProperty(property, early.value);
      }
    }

    /** What the element is at: `idle`, `loading`, `ready`, `empty` or `error`. Also a CSS state, as in `:state(loading)`. */
    get state(): ResourceState<Data>['status'] {
      return this.#model.state.peek().status;
    }

    /** Settles when the first load has ended, well or badly, and its result is in the DOM. */
    get ready(): Promise<void> {
      return this.#ready;
    }

    /** Loads again. What is shown stays until the new content is here. */
    refresh(): Promise<void> {
      return this.#model.refresh();
    }

    attributeChangedCallback(name: string): void {
      if (name === 'lang') this.#language.value = readLanguage(this);
      else this.#readAttribute(name);
    }

    connectedCallback(): void {
      this.#language.value = readLanguage(this);
      this.#leave ??= this.#enter();
    }

    /** Its being here makes `moveBefore` move the element as it is, without a removal and an insertion. */
    connectedMoveCallback(): void {
      this.#language.value = readLanguage(this);
    }

    disconnectedCallback(): void {
      // A move is a removal and an insertion in one task: only what is still out afterwards was removed.
      queueMicrotask(() => {
        if (!this.isConnected) this.#stop();
      });
    }

    adoptedCallback(): void {
      // Watchers and the stylesheet belong to the document that the element has left.
      this.#stop();
    }

    #createSignals(): Signals<All> {
      const signals = parsers.map(([property, parser]) => {
        const name = toAttributeName(property);
        const raw = signal(this.getAttribute(name));
        this.#texts.set(property, raw);
        const complain = (expected: string) =>
          page.warn(`<${widget.tag} ${name}="${raw.peek()}">: expected ${expected}. The rest is ignored.`);
        return [property, computed(() => parser.parse(raw.value, complain))];
      });
      return Object.fromEntries(signals);
    }

    #setProperty(property: string, value: unknown): void {
      const name = toAttributeName(property);
      const attribute = toAttribute(value);
      if (attribute === null) this.removeAttribute(name);
      else this.setAttribute(name, attribute);
      // During an upgrade the browser does not call attributeChangedCallback for the line above.
      this.#readAttribute(name);
    }

    /** Reads the attribute itself: the value that came with the callback may be older than a property set since. */
    #readAttribute(name: string): void {
      for (const [property, raw] of this.#texts) {
        if (toAttributeName(property) === name) raw.value = this.getAttribute(name);
      }
    }

    /** Starts all that a removed element must not keep: watchers, listeners, calls. Returns how to end it. */
    #enter(): () => void {
      const view = this.ownerDocument.defaultView ?? window;
      const listening = new AbortController();
      const on = (type: string, listener: (event: Event) => unknown) =>
        view.addEventListener(type, listener, { signal: listening.signal });
      on('pageshow', (event) => (event as PageTransitionEvent).persisted && this.refresh());
      on('online', () => 'error' in this.#model.state.peek() && this.refresh());

      let stopWaiting = () => {};
      const effects = [
        effect(() => {
          reflectState(this.#internals, this.#model.state.value);
          // Before the new state is drawn: what has the focus now may be gone then.
          this.#hadFocus = this.#root.activeElement !== null;
        }),
        effect(() => {
          this.#messages.value = page.messages.value;
        }),
        effect(() => {
          stopWaiting();
          if (this.#attributes.loading.value === 'eager') this.#model.start();
          else stopWaiting = whenNear(this, () => this.#model.start());
        }),
      ];
      this.#render();
      adoptStyles(this.#root, widget.css, page.nonce);

      return () => {
        listening.abort();
        stopWaiting();
        for (const stop of effects) stop();
        this.#model.stop();
      };
    }

    #stop(): void {
      this.#leave?.();
      this.#leave = undefined;
    }

    #render(): void {
      const view = h(widget.View, {
        model: this.#model,
        attributes: this.#attributes,
        language: this.#language,
        messages: this.#messages,
        emit: (type, detail) => this.#emit(type, detail, true),
        announce: (sentence) => this.#announce(sentence),
        host: this,
      });
      const frame = h(Frame<Data>, {
        model: this.#model,
        language: this.#language,
        theme: this.#attributes.theme,
        announcement: this.#announcement,
        onShown: (state) => this.#afterRender(state),
        onCrash: (cause) => page.warn(`<${widget.tag}> could not be drawn: ${cause}`),
        children: view,
      });
      render(frame, this.#root);
    }

    #announce(sentence: string): void {
      // A live region speaks when it changes, so the same sentence twice needs a difference that nobody hears.
      this.#announcement.value = sentence === this.#announcement.peek() ? `${sentence}\u00a0` : sentence;
    }

    #afterRender(state: ResourceState<Data>): void {
      if (this.#hadFocus && !this.#root.activeElement) {
        this.#root.querySelector<HTMLElement>('.content')?.focus({ preventScroll: true });
      }
      if (state.status === 'idle' || state.status === 'loading') return;
      const before = this.#shown;
      this.#shown = state;
      if ('error' in state && state.error) {
        const { code, message, retryable } = state.error;
        page.report(widget.tag, state.error);
        this.#announce(errorSentence(code, this.#messages.peek()));
        this.#emit('hasoffers-error', { code, message, retryable });
      } else if ('data' in state && !(before && 'data' in before && before.data === state.data)) {
        this.#emit('hasoffers-load', state.data);
      }
      this.#settle();
    }

    #emit(type: string, detail: unknown, cancelable = false): boolean {
      return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
    }
  }

  customElements.define(widget.tag, WidgetElement);
}
