import type { Formatters } from './formatters.js';
import type { PluralForms } from './messages.js';

const rightToLeft = /[\u0590-\u08ff\u200f]/;

/**
 * Puts values into a message: `{name}` becomes `values.name`; an unknown placeholder stays as it is.
 *
 * A value in a right-to-left script is wrapped in Unicode isolates, so that it does not reorder the words around it.
 */
export function formatMessage(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? String(values[name]) : placeholder;
    return rightToLeft.test(value) ? `\u2068${value}\u2069` : value;
  });
}

/** The form of a message that fits a number, with the number as its `{count}`. */
export function formatPlural(forms: PluralForms, count: number, formatters: Formatters): string {
  const form = forms[formatters.pluralCategory(count)] ?? forms.other;
  return formatMessage(form, { count: formatters.number(count) });
}
