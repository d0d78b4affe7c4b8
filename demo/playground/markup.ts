import type { Configuration } from './configuration.js';

/** The element alone, on as many lines as it takes. */
export function writeElement(
  { element, attributes }: Pick<Configuration, 'element' | 'attributes'>,
  { selfClosing = false } = {},
): string {
  const words = Object.entries(attributes).map(([name, value]) =>
    value === '' && isFlagLike(name) ? name : `${name}="${toAttribute(value)}"`,
  );
  const end = selfClosing ? ' />' : `></${element}>`;
  const line = [`<${element}`, ...words].join(' ') + end;
  if (line.length <= 72) return line;
  return `<${element}\n${words.map((word) => `  ${word}\n`).join('')}${selfClosing ? '/>' : end}`;
}

/** An empty text is a value for these: it removes the sentence. */
const isFlagLike = (name: string) => name !== 'disclosure';

export const toAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The rule that sets the tokens; empty when none is set. */
export function writeCss({ element, tokens }: Pick<Configuration, 'element' | 'tokens'>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${toCssValue(value)};`);
  return lines.length > 0 ? `${element} {\n${lines.join('\n')}\n}` : '';
}

/** What would end a declaration, a rule or a style element has no place in a value. */
export const toCssValue = (value: string): string => value.replace(/[;{}<>\\]/g, '').trim();

/** How a page gets a token for who is signed in; the server behind the address is the visitor's own to write. */
export const tokenSetting = `token: async () => {
    const response = await fetch('/widget-token', { method: 'POST' });
    return response.status === 200 ? response.text() : null; // null: nobody is signed in
  },`;
