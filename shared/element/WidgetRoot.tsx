import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formattersFor } from '../i18n/formatters.js';
import { textDirection } from '../i18n/locale.js';
import type { Page } from '../page/page.types.js';
import type { Resource, ResourceState } from '../resource.js';
import { errorMessage } from '../ui/error-message.js';
import { Consent } from './Consent.js';
import type { CommonAttributes } from './common-attributes.js';
import { type Announcement, LiveRegion } from './LiveRegion.js';
import { useKeptFocus } from './use-kept-focus.js';
import { ViewBoundary } from './ViewBoundary.js';
import type { Widget } from './widget.js';
import { WidgetContext, type WidgetContextValue } from './widget-context.js';

interface WidgetRootProps<Attributes extends object, Data, Model extends Resource<Data>> {
  readonly widget: Widget<Attributes, Data, Model>;
  readonly page: Page;
  readonly host: HTMLElement;
  readonly model: Model;
  readonly attributes: ReadonlySignal<Attributes & CommonAttributes>;
  readonly language: ReadonlySignal<string>;
  readonly needsConsent: ReadonlySignal<boolean>;
  readonly announcement: ReadonlySignal<Announcement>;
  readonly emit: WidgetContextValue['emit'];
  readonly announce: WidgetContextValue['announce'];
  /** Called when a state is in the DOM. */
  readonly onRendered: (state: ResourceState<Data>) => void;
}

/**
 * What stands around every view: the page's own header and footer, the busy region, and the live region outside of it.
 * Renders again when a signal that it reads changes, as every component does.
 */
export function WidgetRoot<Attributes extends object, Data, Model extends Resource<Data>>({
  widget: { tag, View, signedIn },
  page,
  host,
  model,
  attributes: attributesSignal,
  language: languageSignal,
  needsConsent,
  announcement,
  emit,
  announce,
  onRendered,
}: WidgetRootProps<Attributes, Data, Model>) {
  const attributes = attributesSignal.value;
  const language = languageSignal.value;
  const state = model.state.value;
  const messages = page.messagesFor(language);
  const formatters = formattersFor(language);
  const { theme, currency, endpoint } = attributes;
  const content = useRef<HTMLDivElement>(null);

  const context = useMemo<WidgetContextValue>(
    () => ({ host, language, messages, formatters, currency, emit, announce, warn: page.warn }),
    [host, language, messages, formatters, currency, emit, announce, page],
  );

  useKeptFocus(host.shadowRoot, content);
  useLayoutEffect(() => {
    if (state.error) announce(errorMessage(state.error, state.loadedAt, context));
    onRendered(state);
  }, [state]);

  const { status, error } = state;
  const hasNothingYet = state.data === undefined && (status === 'idle' || status === 'loading');
  return (
    <WidgetContext.Provider value={context}>
      <div
        part="root"
        class={`root ${theme} ${hasNothingYet ? 'waiting' : ''}`}
        lang={language}
        dir={textDirection(language)}
      >
        <slot name="header" />
        {/* Other messages are other nodes: a browser's page translation has replaced the texts in these. */}
        <div key={messages} ref={content} class="content" tabIndex={-1} aria-busy={model.busy.value}>
          {needsConsent.value ? (
            <Consent
              endpoint={endpoint || page.endpoint.value}
              onGrant={() => {
                page.consentGranted.value = true;
              }}
            />
          ) : (
            <ViewBoundary
              resetOn={state}
              onError={(cause) => page.warn(`<${tag}> could not be rendered: ${cause}`)}
              fallback={<slot name="error">{messages.errorUnavailable}</slot>}
            >
              {signedIn && status === 'error' && error?.code === 'signed-out' ? (
                <signedIn.SignedOut error={error} />
              ) : (
                <View model={model} attributes={attributes} />
              )}
            </ViewBoundary>
          )}
        </div>
        {/* The page's own content between the tags: shown on paper while there is nothing better. */}
        {hasNothingYet && <slot class="fallback" />}
        <slot name="footer" />
        <LiveRegion announcement={announcement} />
      </div>
    </WidgetContext.Provider>
  );
}
