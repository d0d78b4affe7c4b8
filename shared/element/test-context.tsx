import { render } from '@testing-library/preact';
import type { ComponentChildren, VNode } from 'preact';
import { formattersFor } from '../i18n/formatters.js';
import { messages } from '../i18n/messages.js';
import { WidgetContext, type WidgetContextValue } from './widget-context.js';

/** For tests of components: what they get from the widget around them. */
const context: WidgetContextValue = {
  host: document.createElement('div'),
  language: 'en',
  messages,
  formatters: formattersFor('en'),
  currency: null,
  emit: () => true,
  announce: () => {},
  warn: () => {},
};

/** Renders a component as if a widget were around it. */
export const renderInWidget = (component: VNode, given: Partial<WidgetContextValue> = {}) =>
  render(component, {
    wrapper: ({ children }: { readonly children: ComponentChildren }) => (
      <WidgetContext.Provider value={{ ...context, ...given }}>{children}</WidgetContext.Provider>
    ),
  });
