import type { Accepted } from './accepted.js';
import type { AttributeEntry } from './model.js';

/** What an attribute may hold, in Markdown. */
export function describeAccepted(accepted: Accepted): string {
  if (accepted.kind === 'flag') return 'there or not';
  if (accepted.kind === 'text') return 'text';
  if (accepted.kind === 'list') return 'words, separated by commas';
  if (accepted.kind === 'number') return `${accepted.min} to ${accepted.max}`;
  const words = accepted.words.map(quote).join(' ');
  return accepted.kind === 'word' ? words : `any of ${words}`;
}

/** The value of an absent attribute, in Markdown; empty where absence means nothing in particular. */
export function describeDefault({ accepted, absent }: AttributeEntry): string {
  if (absent === null) return '';
  const isAll = accepted.kind === 'words' && accepted.words.join(' ') === absent;
  return isAll ? 'all' : quote(absent);
}

/** An attribute in one paragraph, for editors. */
export function describeAttribute(attribute: AttributeEntry): string {
  const absent = describeDefault(attribute);
  return `${attribute.text}\n\nValue: ${describeAccepted(attribute.accepted)}.${absent && ` Default: ${absent}.`}`;
}

export const quote = (code: string): string => `\`${code}\``;

/** `hasoffers-offer-list` → `HasoffersOfferList`, what the class is called in a manifest. */
export const toClassName = (tag: string): string =>
  tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
