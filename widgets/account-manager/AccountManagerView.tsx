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
  const card = { fields, layout, t, emit, announce };
  if (now.status !== 'empty' && !data) {
    return (
      <slot name="loading">
        <ManagerCard manager={null} {...card} />
      </slot>
    );
  }
  return (
    <>
      {'error' in now && <StaleNotice t={t} onRetry={retry} />}
      {data ? <ManagerCard manager={data} {...card} /> : <NoManager layout={layout} t={t} />}
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
            const value = manager ? valueOf(kind, manager) : '';
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

function ContactValue({
  contact,
  t,
  emit,
  announce,
}: Omit<CardProps, 'manager' | 'fields' | 'layout'> & { readonly contact: Contact }) {
  const { kind, value } = contact;
  const what = { email: t.email, phone: t.phone, 'cell-phone': t.cellPhone, chat: t.chat }[kind];
  const use = () => emit('hasoffers-contact', contact);
  return (
    <>
      <span class="hidden">{what}: </span>
      {/* An anchor without `href` is plain text: a chat name has no address. */}
      <a
        part="contact-link"
        key={value}
        class="value"
        {...toLink(contact)}
        title={`${what}: ${value}`}
        onClick={(event) => use() || event.preventDefault()}
      >
        <bdi>{value}</bdi>
      </a>
      <CopyButton text={value} what={what} t={t} announce={announce} onCopy={use} />
    </>
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

const valueOf = (kind: Contact['kind'], { email, phone, cellPhone, chat }: AccountManager): string | null =>
  ({ email, phone, 'cell-phone': cellPhone, chat })[kind];

function toLink({ kind, value }: Contact): { readonly href?: string } {
  if (kind === 'email') return { href: `mailto:${encodeURIComponent(value).replace('%40', '@')}` };
  // RFC 3966 wants the bare number; an extension behind a word or a letter is not part of it.
  const number = value.split(/[a-z;,]/i)[0]?.replace(/[^+\d]/g, '');
  return kind !== 'chat' && number ? { href: `tel:${number}` } : {};
}

/** First letters of the first and the last word; `Array.from`, so that a letter outside the basic plane stays whole. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
