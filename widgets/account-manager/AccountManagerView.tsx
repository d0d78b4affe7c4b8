import type { AccountManager } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import type { Messages } from '../../shared/messages.js';
import type { Resource } from '../../shared/resource.js';
import { CopyButton } from '../../shared/ui/CopyButton.js';
import { Icon } from '../../shared/ui/Icon.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Picture } from '../../shared/ui/Picture.js';
import type { AccountManagerAttributes, Contact, ManagerField } from './account-manager.js';

type Props = ViewProps<AccountManagerAttributes, Resource<AccountManager | null>>;

export function AccountManagerView({ model, attributes, t, emit, announce }: Props) {
  const now = model.state.value;
  const { data } = now;
  const card = { fields: attributes.fields.value, layout: attributes.layout.value, t, emit, announce };
  return (
    <>
      <Notice state={now} t={t} onRetry={model.refresh} />
      {data && <ManagerCard manager={data} {...card} />}
      {now.status === 'empty' && (
        <slot name="empty">
          <p part="empty" class={`card manager ${card.layout}`}>
            {t.noManager}
          </p>
        </slot>
      )}
      {!data && /idle|loading/.test(now.status) && (
        <slot name="loading">
          <ManagerCard manager={null} {...card} />
        </slot>
      )}
    </>
  );
}

interface CardProps extends Pick<Props, 'emit' | 'announce'> {
  /** `null` = not here yet: bones in the same places, so that nothing on the page moves when the manager arrives. */
  readonly manager: AccountManager | null;
  readonly fields: readonly ManagerField[];
  readonly layout: string;
  readonly t: Messages;
}

function ManagerCard({ manager, fields, layout, t, emit, announce }: CardProps) {
  const kinds = fields.filter((field) => field !== 'photo' && field !== 'title');
  const name = manager?.name || t.managerLabel;
  return (
    <article part="card" class={`card manager ${layout}`} aria-label={t.managerLabel}>
      {fields.includes('photo') && (
        <Picture part="photo" src={manager?.photo} alt="">
          <span class={manager ? 'initials' : 'bone'} aria-hidden="true" key={name}>
            {manager && initials(name)}
          </span>
        </Picture>
      )}
      <div class="who">
        <p class="muted label">{t.managerLabel}</p>
        <p part="name" class="name" key={name}>
          {manager ? name : <span class="bone" />}
        </p>
        {fields.includes('title') && (
          <p part="title" class="muted" key={manager?.title}>
            {manager ? manager.title : <span class="bone" />}
          </p>
        )}
      </div>
      {kinds[0] && (
        <ul class={`contacts ${kinds[2] ? 'tall' : ''}`}>
          {kinds.map((kind) => {
            const value = manager ? readContact(kind, manager) : '';
            return (
              value !== null && (
                <li key={kind} part="contact" class="contact">
                  <Icon name={kind} />
                  {manager ? (
                    <ContactValue contact={{ kind, value }} t={t} emit={emit} announce={announce} />
                  ) : (
                    <span class="bone" />
                  )}
                </li>
              )
            );
          })}
        </ul>
      )}
    </article>
  );
}

interface ContactProps extends Pick<CardProps, 't' | 'emit' | 'announce'> {
  readonly contact: Contact;
}

function ContactValue({ contact, t, emit, announce }: ContactProps) {
  const { kind, value } = contact;
  const what = { email: t.email, phone: t.phone, 'cell-phone': t.cellPhone, chat: t.chat }[kind];
  const use = () => emit('hasoffers-contact', contact);
  const href = toHref(contact);
  const look = { part: 'contact-link', class: 'value', title: `${what}: ${value}`, dir: 'auto', key: value } as const;
  return (
    <>
      <span class="hidden">{what}: </span>
      {href ? (
        <a {...look} href={href} onClick={(event) => use() || event.preventDefault()}>
          {value}
        </a>
      ) : (
        <span {...look}>{value}</span>
      )}
      <CopyButton text={value} what={what} t={t} announce={announce} onCopy={use} />
    </>
  );
}

const readContact = (kind: Contact['kind'], { email, phone, cellPhone, chat }: AccountManager): string | null =>
  ({ email, phone, 'cell-phone': cellPhone, chat })[kind];

function toHref({ kind, value }: Contact): string | undefined {
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  // RFC 3966 wants the bare number; an extension behind a word or a letter is not part of it. A chat name has no address.
  const number = value.split(/[a-z;,]/i)[0]?.replace(/[^+\d]/g, '');
  return kind !== 'chat' && number ? `tel:${number}` : undefined;
}

/** First letters of the first and the last word; `Array.from`, so that a letter outside the basic plane stays whole. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
