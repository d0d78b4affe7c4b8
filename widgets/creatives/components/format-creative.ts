import type { CreativeType } from '../../../shared/api/creatives.js';
import { useMessages } from '../../../shared/element/widget-context.js';
import { creativesMessages } from '../../../shared/i18n/creatives-messages.js';
import type { CodeFormat } from '../creatives.types.js';

/** The same in every language. */
export const formatNames: Readonly<Record<CodeFormat, string>> = { html: 'HTML', markdown: 'Markdown', url: 'URL' };

/** What a visitor calls a type. */
export function useTypeName(): (type: CreativeType) => string {
  const messages = useMessages(creativesMessages);
  return (type) => {
    if (type === 'html') return formatNames.html;
    return type === 'email' ? messages.email : messages[`type:${type}`];
  };
}
