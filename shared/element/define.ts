import { effect, signal, untracked } from '@preact/signals';
import { type ComponentChildren, h, render } from 'preact';
import type { Resource, ResourceState } from '../resource.js';
import { failureSentence } from '../ui/Notice.js';
import { noteBroken } from '../ui/Picture.js';
import { type AttributeParser, oneOf, optional, text, toAttribute, toAttributeName } from './attributes.js';
import { showConsent } from './Consent.js';
import { showFrame } from './Frame.js';
import { readLanguage } from './language.js';
import { adoptStyles, reflectState, whenNear } from './platform.js';
import type { CommonAttributes, Page, ViewProps, Widget } from './widget.js';

/**
 * What every element has.
 *
 * @attr endpoint - Address of the proxy, absolute or relative to the page; when absent the script tag's `data-endpoint`.
 * @attr loading - When to load: as the element comes near the visitor's screen, or at once.
 * @attr theme - Colours; `auto` follows the page's `color-scheme`.
 * @attr lang - Language of numbers, dates and names, and direction of writing; when absent the nearest parent's, else
 *   the browser's.
 * @attr currency - ISO 4217 code of offers paid in the network's own currency, which the API does not name; without it
 *   their amounts are plain numbers.
 * @attr consent - Asks the visitor before anything is loaded; who agrees agrees for the whole page.
 * @fires hasoffers-load - New data is shown.
 * @fires {{ code: ErrorCode; message: string; retryable: boolean }} hasoffers-error - Loading failed; the message is for you, not for visitors.
 * @slot header - Yours, above everything.
 * @slot footer - Yours, below everything.
 * @slot loading - Instead of the skeleton.
 * @slot empty - Instead of the sentence where there is nothing to show.
 * @slot error - Instead of the sentence and button after a failure.
 * @part root - Around everything.
 * @part consent - Question before anything is loaded, and the button that agrees.
 * @part error - Sentence and button after a failure.
 * @part stale - The same above older data, which stays.
 * @part retry - Button that loads again.
 * @state idle - Nothing was loaded yet.
 * @state loading - The first data is on its way.
 * @state ready - Data is shown.
 * @state empty - There is nothing to show.
 * @state error - Loading failed and there is nothing older.
 * @state stale - Older data is shown, since loading again failed; beside `ready` or `empty`.
 * @cssprop --hasoffers-accent - Links, buttons, focus rings; what stands on it becomes black or white by itself.
 * @cssprop --hasoffers-on-accent - Text on the accent.
 * @cssprop --hasoffers-text - Text; weaker text, lines and quiet backgrounds are mixed of it and of the surface.
 * @cssprop --hasoffers-surface - Background of cards and fields.
 * @cssprop --hasoffers-muted - Text of less weight.
 * @cssprop --hasoffers-subtle - Background of pictures, skeletons and contacts.
 * @cssprop --hasoffers-border - Colour of lines.
 * @cssprop --hasoffers-border-width - Width of lines.
 * @cssprop --hasoffers-link - Links in text.
 * @cssprop --hasoffers-focus - Ring around what has the focus.
 * @cssprop --hasoffers-warning - Text of warnings.
 * @cssprop --hasoffers-radius - Roundness of cards; buttons follow.
 * @cssprop --hasoffers-button-radius - Roundness of buttons and fields.
 * @cssprop --hasoffers-gap - Space between and inside of things.
 * @cssprop --hasoffers-density - A factor for spaces and controls: 0.8 is compact, 1.2 roomy.
 * @cssprop --hasoffers-control-size - Height of buttons and fields.
 * @cssprop --hasoffers-card-padding - Space inside of cards.
 * @cssprop --hasoffers-font - Font family.
 * @cssprop --hasoffers-font-size - Size that all others follow.
 * @cssprop --hasoffers-weight - Weight of what is bold: names, buttons, badges.
 * @cssprop --hasoffers-shadow - Shadow of cards.
 * @cssprop --hasoffers-picture-background - Behind pictures.
 * @cssprop --hasoffers-photo-size - Width and height of the photo.
 * @cssprop --hasoffers-card-width - Narrowest card of the grid; as many stand side by side as fit.
 * @cssprop --hasoffers-picture-ratio - Proportions of a card's picture, as in `4 / 3`.
 * @cssprop --hasoffers-lines - Lines of names and descriptions before they are cut off.
 * @cssprop --hasoffers-payout - Colour of payouts.
 * @cssprop --hasoffers-payout-size - Size of payouts.
 * @cssprop --hasoffers-button-background - Background of the links that earn, and of the page that is shown.
 * @cssprop --hasoffers-button-text - Text on them.
 * @cssprop --hasoffers-input-background - Background of the controls.
 * @cssprop --hasoffers-badge-background - Background of badges.
 * @cssprop --hasoffers-badge-text - Text of badges.
 * @cssprop --hasoffers-positive - Dot or, on a phone, border of what may be run.
 * @cssprop --hasoffers-pending - Dot or, on a phone, border of what still needs something.
 * @cssprop --hasoffers-negative - Dot or, on a phone, border of what may not be run.
 */
export const commonAttributes = {
  endpoint: text,
  loading: oneOf('lazy', 'eager'),
  theme: oneOf('auto', 'light', 'dark'),
  currency: text,
  consent: optional(['required']),
};

type Definition = readonly [property: string, name: string, parser: AttributeParser<unknown>];

/**
 * Makes a custom element of a widget. A tag that is already taken is left alone: the first definition wins.
 *
 * The only class that extends HTMLElement. It is made here and not at module level, because a server that imports this
 * file has no HTMLElement. Draws in one effect: whatever signal a view reads, the element is drawn anew when it changes.
 */
export function define<Attributes extends object, Data, Model extends Resource<Data>>(
  widget: Widget<Attributes, Data, Model>,
  page: Page,
): void {
  const { tag } = widget;
  const sheets = new WeakMap<Document, CSSStyleSheet>();
  if (customElements.get(tag)) return;

  type All = Attributes & CommonAttributes;
  const parsers = { ...commonAttributes, ...widget.attributes } as { [property: string]: AttributeParser<unknown> };
  const properties = Object.keys(parsers).join();
  // All at once: a script's start is no time for as many searches as there are names.
  const names = toAttributeName(properties).split(',');
  const definitions = Object.entries(parsers).map(
    ([property, parser], index): Definition => [property, names[index] as string, parser],
  );

  class WidgetElement extends HTMLElement {
    // Also `pagesize`: that is what frameworks make of `pageSize` on a server, or before this class is there.
    static readonly observedAttributes = `lang,${names},${properties}`.toLowerCase().split(',');

    readonly #attributes = signal(this.#readAttributes());
    readonly #language = signal('');
    readonly #internals = this.attachInternals();
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #model = widget.createModel({
      attributes: this.#attributes,
      send: () => page.sendTo(this.#endpoint(), this.baseURI),
    });
    /** Not `withResolvers`: a page may bring a Promise of its own, such as that of older zone.js, without it. */
    #settleReady!: () => void;
    readonly #ready = new Promise<void>((resolve) => {
      this.#settleReady = resolve;
    });
    #settled: ResourceState<Data> | undefined;
    #followed: string | undefined;
    #leave: (() => void) | undefined;

    static {
      for (const attribute of definitions) {
        const [property] = attribute;
        Object.defineProperty(WidgetElement.prototype, property, {
          enumerable: true,
          get(this: WidgetElement) {
            return this.#attributes.peek()[property as keyof All];
          },
          set(this: WidgetElement, value: unknown) {
            this.#setProperty(attribute, value);
          },
        });
      }
    }

    constructor() {
      super();
      // It does not bubble.
      this.#root.addEventListener('error', noteBroken, true);
      // A property set before the script ran sits on the element itself and would hide the accessor for ever.
      for (const attribute of definitions) {
        const [property] = attribute;
        if (!Object.hasOwn(this, property)) continue;
        const early: unknown = Reflect.get(this, property);
        if (Reflect.deleteProperty(this, property)) this.#setProperty(attribute, early);
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

    /** The visitor agrees, for all elements of the page; for consent managers. See the attribute `consent`. */
    grantConsent(): void {
      page.agreed.value = true;
    }

    /** All anew, and not the value that comes with the callback: it may be older than a property set since. */
    attributeChangedCallback(): void {
      this.#language.value = readLanguage(this);
      this.#attributes.value = this.#readAttributes();
    }

    connectedCallback(): void {
      // A parser of XHTML gives attributes to a new element without telling it (Chromium).
      this.attributeChangedCallback();
      this.#leave ??= this.#enter();
    }

    /** Its being here makes `moveBefore` move the element as it is, without a removal and an insertion. */
    connectedMoveCallback(): void {
      this.attributeChangedCallback();
    }

    disconnectedCallback(): void {
      // A move is a removal and an insertion in one task: only what is still out afterwards was removed.
      queueMicrotask(() => this.isConnected || this.adoptedCallback());
    }

    /** Watchers and the stylesheet belong to the document that the element has left. */
    adoptedCallback(): void {
      this.#leave?.();
      this.#leave = undefined;
    }

    #endpoint(): string | null {
      return this.#attributes.value.endpoint || page.endpoint.value;
    }

    #waits(): boolean {
      return !!this.#attributes.value.consent && !page.agreed.value;
    }

    #readAttributes(): All {
      const values = definitions.map(([property, name, parser]) => {
        const raw = this.getAttribute(name) ?? this.getAttribute(property);
        const complain = (expected: string) => page.warn(`<${tag} ${name}="${raw}">: expected ${expected}.`);
        return [property, parser(raw, complain)];
      });
      return Object.fromEntries(values);
    }

    #setProperty([property, name, parser]: Definition, value: unknown): void {
      // Preact writes '' for `undefined`: nothing but a text can be empty.
      const attribute = value === '' && parser !== text ? null : toAttribute(value);
      // In this order, so that nothing but the value before and this one is ever read.
      if (attribute !== null) this.setAttribute(name, attribute);
      if (property !== name) this.removeAttribute(property);
      if (attribute === null) this.removeAttribute(name);
      // During an upgrade the browser does not call this for the line above.
      this.attributeChangedCallback();
    }

    /** Starts all that a removed element must not keep: watchers, listeners, calls. Returns how to end it. */
    #enter(): () => void {
      const view = this.ownerDocument.defaultView ?? window;
      const listening = new AbortController();
      const on = (type: string, listener: (event: Event) => unknown) =>
        view.addEventListener(type, listener, { signal: listening.signal });
      on('pageshow', (event) => (event as PageTransitionEvent).persisted && this.refresh());
      on('online', () => this.#model.state.peek().error && this.refresh());

      const languages = new view.MutationObserver(() => this.attributeChangedCallback());
      languages.observe(this.ownerDocument, { subtree: true, attributeFilter: ['lang'] });

      adoptStyles(this.#root, widget.css, sheets);
      const stopDrawing = effect(() => this.#draw());
      // Returns how to stop waiting, which the effect calls before it runs again and when it ends.
      const stopLoading = effect(() => {
        if (this.#waits()) return this.#model.stop();
        if (this.#attributes.value.loading === 'lazy') return whenNear(this, () => this.#model.start());
        return this.#model.start();
      });
      return () => {
        listening.abort();
        languages.disconnect();
        stopLoading();
        stopDrawing();
        this.#model.stop();
      };
    }

    #draw(): void {
      const state = this.#model.state.value;
      const attributes = this.#attributes.value;
      const language = this.#language.value;
      const t = page.messages(language);
      const hadFocus = this.#root.activeElement;
      reflectState(this.#internals, state);
      let after = (_: ShadowRoot): void => {};
      const props: ViewProps<Attributes, Model> = {
        model: this.#model,
        attributes,
        language,
        t,
        emit: (type, detail) => this.#emit(type, detail, true),
        announce: (sentence) => this.#announce(sentence),
        follow: (sentence) => {
          // The first is left to the page itself.
          if (sentence && this.#followed && sentence !== this.#followed) this.#announce(sentence);
          this.#followed = sentence ?? this.#followed;
        },
        after: (callback) => {
          after = callback;
        },
        host: this,
      };
      const key = Object.values(t).join();
      const draw = (content: ComponentChildren) =>
        render(showFrame(language, attributes.theme, this.#model.busy.value, key, content), this.#root);
      try {
        draw(this.#waits() ? showConsent(t, this.#endpoint(), this.baseURI, this.grantConsent) : widget.view(props));
        after(this.#root);
      } catch (cause) {
        // A bug in a view ends here, not in the host page.
        page.warn(`<${tag}> could not be drawn: ${cause}`);
        draw(h('slot', { name: 'error' }, t.errorUnavailable));
      }
      if (hadFocus && !this.#root.activeElement) {
        this.#root.querySelector<HTMLElement>('.content')?.focus({ preventScroll: true });
      }
      untracked(() => this.#settle(state, t));
    }

    #settle(state: ResourceState<Data>, t: ViewProps<Attributes, Model>['t']): void {
      if (state === this.#settled || /idle|loading/.test(state.status)) return;
      this.#settled = state;
      if (state.error) {
        const { code, message, retryable } = state.error;
        page.report(tag, state.error);
        this.#announce(failureSentence(state.error, state.data !== undefined, t));
        this.#emit('hasoffers-error', { code, message, retryable });
      } else this.#emit('hasoffers-load', state.data);
      this.#settleReady();
    }

    #announce(sentence: string): void {
      const region = this.#root.querySelector('[role=status]');
      // A live region speaks when it changes, so the same sentence twice needs a difference that nobody hears.
      if (region) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
    }

    #emit(type: string, detail: unknown, cancelable = false): boolean {
      return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
    }
  }

  customElements.define(tag, WidgetElement);
}
