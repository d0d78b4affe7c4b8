import type { AccountManager } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import type { Resource } from '../../shared/resource.js';
import { CopyButton } from '../../shared/ui/CopyButton.js';
import { Icon } from '../../shared/ui/Icon.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Picture } from '../../shared/ui/Picture.js';
import { initials } from '../../shared/ui/Tile.js';
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

interface CardProps extends Pick<Props, 't' | 'emit' | 'announce'> {
  /** `null` = not here yet: bones in the same places, so that nothing on the page moves when the manager arrives. */
  readonly manager: AccountManager | null;
  readonly fields: readonly ManagerField[];
  readonly layout: string;
}

const bone = <span class="bone" />;

function ManagerCard({ manager, fields, layout, t, emit, announce }: CardProps) {
  const kinds = fields.filter((field) => field !== 'photo' && field !== 'title');
  const name = manager?.name || t.managerLabel;
  return (
    <article part="card" class={`card manager ${layout}`} aria-label={t.managerLabel}>
      {fields.includes('photo') && (
        <Picture part="photo" src={manager?.photo}>
          <span class={manager ? 'initials' : 'bone'} aria-hidden="true" key={name}>
            {manager && initials(name)}
          </span>
        </Picture>
      )}
      <div class="who">
        <p class="muted label">{t.managerLabel}</p>
        <p part="name" class="name" key={name}>
          {manager ? name : bone}
        </p>
        {fields.includes('title') && (
          <p part="title" class="muted" key={manager?.title}>
            {manager ? manager.title : bone}
          </p>
        )}
      </div>
      {kinds[0] && (
        <ul class={`contacts ${kinds[2] ? 'tall' : ''}`}>
          {kinds.map((kind) => {
            const value = manager?.[kind === 'cell-phone' ? 'cellPhone' : kind];
            const what = t[kind];
            const contact = value && (
              <ContactValue contact={{ kind, value }} what={what} t={t} emit={emit} announce={announce} />
            );
            return (
              (contact || !manager) && (
                <li key={kind} part="contact" class="contact">
                  <Icon name={kind} />
                  {contact || bone}
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
  readonly what: string;
}

function ContactValue({ contact, what, t, emit, announce }: ContactProps) {
  const { kind, value } = contact;
  const use = () => emit('hasoffers-contact', contact);
  const Tag = kind === 'chat' ? 'span' : 'a';
  return (
    <>
      <span class="hidden">{what}: </span>
      <Tag
        part="contact-link"
        class="value"
        key={value}
        dir="auto"
        title={`${what}: ${value}`}
        {...(kind !== 'chat' && { href: toHref(contact), onClick: (event: Event) => use() || event.preventDefault() })}
      >
        {value}
      </Tag>
      <CopyButton text={value} what={what} t={t} announce={announce} onCopy={use} />
    </>
  );
}

const toHref = ({ kind, value }: Contact): string =>
  kind === 'email'
    ? `mailto:${value}`
    : // RFC 3966 wants the bare number; an extension behind a word or a letter is not part of it.
      `tel:${value.replace(/[a-z;,].*|[^+\d]/gi, '')}`;
