import { toDialable, toMailable } from '../../../shared/api/contact.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { CopyButton } from '../../../shared/ui/CopyButton.js';
import { Icon } from '../../../shared/ui/Icon.js';
import { showTooltipWhenCut } from '../../../shared/ui/tooltip.js';
import type { Contact, ContactKind } from '../account-manager.types.js';

const scheme = (name: 'mailto' | 'tel', address: string | null): string | undefined =>
  address === null ? undefined : `${name}:${address}`;

/** Where a contact leads, `undefined` = nowhere: a chat name, or a field without a recognisable address. */
const hrefs: Readonly<Record<ContactKind, (value: string) => string | undefined>> = {
  email: (value) => scheme('mailto', toMailable(value)),
  phone: (value) => scheme('tel', toDialable(value)),
  'cell-phone': (value) => scheme('tel', toDialable(value)),
  chat: () => undefined,
};

/** One way to get in touch: an icon, the address, and a button that copies it. */
export function ContactItem(contact: Contact) {
  const { kind, value } = contact;
  const { messages, emit } = useWidget();
  const label = messages[kind];
  const href = hrefs[kind](value);
  const mayUse = () => emit('hasoffers-contact', { kind, value });
  return (
    <li part="contact" class={`contact ${kind}`}>
      <Icon name={kind} />
      <span class="visually-hidden">{label}: </span>
      {href ? (
        <a
          key={value}
          part="contact-link"
          class="value"
          dir="auto"
          href={href}
          onPointerEnter={showTooltipWhenCut}
          onClick={(event) => {
            if (!mayUse()) event.preventDefault();
          }}
        >
          {value}
        </a>
      ) : (
        <span key={value} part="contact-link" class="value" dir="auto" onPointerEnter={showTooltipWhenCut}>
          {value}
        </span>
      )}
      <CopyButton text={value} label={label} onCopy={mayUse} />
    </li>
  );
}
