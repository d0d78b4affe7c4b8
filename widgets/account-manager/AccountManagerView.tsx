import type { AccountManager } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import type { Messages } from '../../shared/messages.js';
import type { Resource } from '../../shared/resource.js';
import { CopyButton } from '../../shared/ui/CopyButton.js';
import { Icon } from '../../shared/ui/Icon.js';
import { Notice, StaleNotice } from '../../shared/ui/Notice.js';
import { Picture } from '../../shared/ui/Picture.js';
import type { AccountManagerAttributes, Contact, ManagerField } from './account-manager.js';

type Props = ViewProps<AccountManagerAttributes, Resource<AccountManager | null>>;

export function AccountManagerView({ model, attributes, messages, emit, announce }: Props) {
  const now = model.state.value;
  const t = messages.value;
  const fields = attributes.fields.value;
  const layout = attributes.layout.value;
  const retry = () => void model.refresh();
  const data = 'data' in now ? now.data : undefined;

  if (now.status === 'error') return <Notice error={now.error} t={t} onRetry={retry} />;
  if (now.status === 'empty') return <NoManager layout={layout} t={t} />;
  if (!data) return <ManagerSkeleton fields={fields} layout={layout} t={t} />;
  return (
    <>
      {'error' in now && <StaleNotice t={t} onRetry={retry} />}
      <ManagerCard manager={data} fields={fields} layout={layout} t={t} emit={emit} announce={announce} />
    </>
  );
}

interface CardProps extends Pick<Props, 'emit' | 'announce'> {
  readonly manager: AccountManager;
  readonly fields: readonly ManagerField[];
  readonly layout: string;
  readonly t: Messages;
}

function ManagerCard({ manager, fields, layout, t, emit, announce }: CardProps) {
  const contacts = fields.flatMap((field) => toContact(field, manager) ?? []);
  return (
    <article part="card" class={`card manager ${layout}`} aria-label={t.managerLabel}>
      {fields.includes('photo') && (
        <Picture part="photo" src={manager.photo} alt="">
          <span class="initials" aria-hidden="true" key={manager.name}>
            {initials(manager.name)}
          </span>
        </Picture>
      )}
      <div class="who">
        <p class="muted label">{t.managerLabel}</p>
        <p part="name" class="name" key={manager.name}>
          {manager.name || t.managerLabel}
        </p>
        {fields.includes('title') && manager.title && (
          <p part="title" class="muted" key={manager.title}>
            {manager.title}
          </p>
        )}
      </div>
      {contacts.length > 0 && (
        <ul class="contacts">
          {contacts.map((contact) => (
            <ContactItem key={contact.kind} contact={contact} t={t} emit={emit} announce={announce} />
          ))}
        </ul>
      )}
    </article>
  );
}

function ContactItem({
  contact,
  t,
  emit,
  announce,
}: { readonly contact: Contact } & Omit<CardProps, 'manager' | 'fields' | 'layout'>) {
  const { kind, value } = contact;
  const what = { email: t.email, phone: t.phone, 'cell-phone': t.cellPhone, chat: t.chat }[kind];
  const use = () => emit('hasoffers-contact', { kind, value });
  const href = toHref(contact);
  return (
    <li part="contact" class="contact">
      <Icon name={kind} />
      <span class="hidden">{what}: </span>
      {/* An anchor without `href` is plain text: a chat name has no address. */}
      <a
        part="contact-link"
        key={value}
        class="value"
        dir="auto"
        {...(href && { href, onClick: (event: MouseEvent) => use() || event.preventDefault() })}
      >
        {value}
      </a>
      <CopyButton text={value} what={what} t={t} announce={announce} onCopy={use} />
    </li>
  );
}

function NoManager({ layout, t }: { readonly layout: string; readonly t: Messages }) {
  return (
    <slot name="empty">
      <p part="empty" class={`card manager ${layout}`}>
        {t.noManager}
      </p>
    </slot>
  );
}

/** As tall as the card that follows, so that nothing on the page moves. */
function ManagerSkeleton({
  fields,
  layout,
  t,
}: {
  readonly fields: readonly ManagerField[];
  readonly layout: string;
  readonly t: Messages;
}) {
  return (
    <slot name="loading">
      <div part="card" class={`card manager ${layout}`}>
        <span class="hidden">{t.loading}</span>
        {fields.includes('photo') && <span class="picture bone" />}
        <div class="who">
          <p class="muted label">
            <span class="bone short" />
          </p>
          <p class="name">
            <span class="bone" />
          </p>
          {fields.includes('title') && (
            <p class="muted">
              <span class="bone short" />
            </p>
          )}
        </div>
        <ul class="contacts">
          {fields
            .filter((field) => field !== 'photo' && field !== 'title')
            .slice(0, 2)
            .map((field) => (
              <li key={field} class="contact">
                <span class="bone" />
              </li>
            ))}
        </ul>
      </div>
    </slot>
  );
}

function toContact(field: ManagerField, manager: AccountManager): Contact | undefined {
  if (field === 'photo' || field === 'title') return undefined;
  const value = { email: manager.email, phone: manager.phone, 'cell-phone': manager.cellPhone, chat: manager.chat }[
    field
  ];
  return value ? { kind: field, value } : undefined;
}

function toHref({ kind, value }: Contact): string | undefined {
  if (kind === 'chat') return undefined;
  if (kind === 'email') return `mailto:${encodeURIComponent(value).replace('%40', '@')}`;
  // RFC 3966 wants the bare number; an extension behind a word or a letter is not part of it.
  const [number = ''] = value.split(/[a-z;,]/i);
  return /\d/.test(number) ? `tel:${number.replace(/[^+\d]/g, '')}` : undefined;
}

/** First letters of the first and the last word; `Array.from`, so that a letter outside the basic plane stays whole. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
