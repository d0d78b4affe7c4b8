import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Formatters } from '../i18n/formatters.js';
import type { Messages, MessageTable, Translated } from '../i18n/messages.js';

/** What every component of a widget may use. */
export interface WidgetContextValue {
  /** The element itself, for what the page put into it. */
  readonly host: HTMLElement;
  /** BCP 47. */
  readonly language: string;
  readonly messages: Messages;
  readonly formatters: Formatters;
  /** ISO 4217 code of amounts in the network's own currency, `null` = unknown. */
  readonly currency: string | null;
  /** Dispatches a composed, bubbling, cancelable event on the element; `false` when a listener cancelled it. */
  readonly emit: (type: string, detail: unknown) => boolean;
  /** Logs a mistake of the page for the integrator, once for each text. */
  readonly warn: (text: string) => void;
  /** Says something to screen readers, politely. */
  readonly announce: (message: string) => void;
}

export const WidgetContext = createContext<WidgetContextValue | null>(null);

/** Language, messages, formatters and ways to reach the page. */
export function useWidget(): WidgetContextValue {
  const context = useContext(WidgetContext);
  if (!context) throw new Error('useWidget() outside of a widget: wrap the component in <WidgetContext.Provider>.');
  return context;
}

/**
 * All messages, those of the widget's own table included.
 *
 * @param _table - The English messages that the widget declares as `messages`; decides the type.
 */
export const useMessages = <Table extends MessageTable>(_table: Table): Messages & Translated<Table> =>
  useWidget().messages as Messages & Translated<Table>;
