import type { AccountManager } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import type { Resource } from '../../shared/resource.js';
import { showBone } from '../../shared/ui/Bone.js';
import { showCopyButton } from '../../shared/ui/CopyButton.js';
import { showIcon } from '../../shared/ui/Icon.js';
import { showNotice } from '../../shared/ui/Notice.js';
import { showPicture } from '../../shared/ui/Picture.js';
import type { AccountManagerAttributes, Contact } from './account-manager.js';

export function AccountManagerView({
  model,
  attributes,
  t,
  emit,
  announce,
}: ViewProps<AccountManagerAttributes, Resource<AccountManager | null>>) {
  const state = model.state.value;
  const { data, status } = state;
  const { fields, layout } = attributes;
  const look = `card manager ${layout}`;

  const showContact = (contact: Contact, what: string) => {
    const { value } = contact;
    const use = () => emit('hasoffers-contact', contact);
    const href = toHref(contact);
    const Tag = href ? 'a' : 'span';
    return (
      <>
        <span class="hidden">{what}: </span>
        <Tag
          part="contact-link"
          class="value"
          key={value}
          dir="auto"
          title={`${what}: ${value}`}
          {...(href && { href, onClick: (event: Event) => use() || event.preventDefault() })}
        >
          {value}
        </Tag>
        {showCopyButton(value, what, t, announce, use)}
      </>
    );
  };

  /** `undefined` = not here yet: bones in the same places, so that nothing on the page moves when the manager arrives. */
  const showCard = (manager: AccountManager | undefined) => {
    const kinds = fields.filter((field) => field !== 'photo' && field !== 'title');
    const name = manager?.name || t.managerLabel;
    return (
      <article part="card" class={look} aria-label={t.managerLabel}>
        {fields.includes('photo') && showPicture('photo', manager?.photo, manager?.id, manager && name)}
        <div class="who">
          <p class="muted label">{t.managerLabel}</p>
          <p part="name" class="name" key={name}>
            {manager ? name : showBone()}
          </p>
          {fields.includes('title') && (
            <p part="title" class="muted" key={manager?.title}>
              {manager ? manager.title : showBone()}
            </p>
          )}
        </div>
        {kinds[0] && (
          <ul class="contacts">
            {kinds.map((kind) => {
              const value = manager?.[kind === 'cell-phone' ? 'cellPhone' : kind];
              // What the manager has not keeps its place, so that the others stand on as many lines as the bones.
              const isMissing = manager && !value;
              return (
                <li
                  key={kind}
                  part={isMissing ? undefined : 'contact'}
                  class={`contact ${kind} ${isMissing ? 'ghost' : ''}`}
                >
                  {showIcon(kind)}
                  {value ? showContact({ kind, value }, t[kind]) : showBone()}
                </li>
              );
            })}
          </ul>
        )}
      </article>
    );
  };

  return (
    <>
      {showNotice(state, t, model.refresh)}
      {data ? (
        showCard(data)
      ) : status === 'empty' ? (
        <slot name="empty">
          <p part="empty" class={look}>
            {t.noManager}
          </p>
        </slot>
      ) : (
        status !== 'error' && <slot name="loading">{showCard(undefined)}</slot>
      )}
    </>
  );
}

/** Where it leads; a chat name leads nowhere. */
const toHref = ({ kind, value }: Contact): string | false =>
  kind === 'email'
    ? `mailto:${value}`
    : // RFC 3966 wants the bare number; an extension behind a word or a letter is not part of it.
      kind !== 'chat' && `tel:${value.replace(/[a-z;,].*|[^+\d]/gi, '')}`;
