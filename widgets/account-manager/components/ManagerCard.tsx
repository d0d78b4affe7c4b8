import type { AccountManager } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { Icon } from '../../../shared/ui/Icon.js';
import { Picture } from '../../../shared/ui/Picture.js';
import type { AccountManagerAttributes, ContactKind, ManagerField } from '../account-manager.types.js';
import { ContactItem } from './ContactItem.js';

interface ManagerCardProps extends AccountManagerAttributes {
  readonly manager: AccountManager;
}

const isContactKind = (field: ManagerField): field is ContactKind => field !== 'photo' && field !== 'title';

const contactValues: Readonly<Record<ContactKind, (manager: AccountManager) => string | null>> = {
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  'cell-phone': ({ cellPhone }) => cellPhone,
  chat: ({ chat }) => chat,
};

/** The manager. Its skeleton is below: a change here has to keep both equally high. */
export function ManagerCard({ manager, fields, layout }: ManagerCardProps) {
  const { managerLabel } = useWidget().messages;
  const name = manager.name || managerLabel;
  const kinds = fields.filter(isContactKind);
  return (
    <article part="card" class={`card manager ${layout}`} aria-label={managerLabel}>
      {fields.includes('photo') && <Picture part="photo" src={manager.photo} id={manager.id} name={name} />}
      <div class="who">
        <p class="muted label">{managerLabel}</p>
        <p part="name" class="name" key={`name ${name}`}>
          {name}
        </p>
        {fields.includes('title') && (
          <p part="title" class="muted" key={`title ${manager.title}`}>
            {manager.title}
          </p>
        )}
      </div>
      {kinds.length > 0 && (
        <ul class="contacts">
          {kinds.map((kind) => {
            const value = contactValues[kind](manager);
            // What the manager has not keeps its place, so that the others stand on as many lines as the skeleton.
            return value ? (
              <ContactItem key={kind} kind={kind} value={value} />
            ) : (
              <ContactPlaceholder key={kind} kind={kind} isInvisible={true} />
            );
          })}
        </ul>
      )}
    </article>
  );
}

/** As high as a {@link ManagerCard}, so that nothing on the page moves when the manager arrives. */
export function ManagerCardSkeleton({ fields, layout }: AccountManagerAttributes) {
  const { managerLabel } = useWidget().messages;
  const kinds = fields.filter(isContactKind);
  return (
    <article part="card" class={`card manager ${layout}`} aria-label={managerLabel}>
      {fields.includes('photo') && <Picture part="photo" src={undefined} name={undefined} />}
      <div class="who">
        <p class="muted label">{managerLabel}</p>
        <p part="name" class="name">
          <span class="skeleton" />
        </p>
        {fields.includes('title') && (
          <p part="title" class="muted">
            <span class="skeleton" />
          </p>
        )}
      </div>
      {kinds.length > 0 && (
        <ul class="contacts">
          {kinds.map((kind) => (
            <ContactPlaceholder key={kind} kind={kind} isInvisible={false} />
          ))}
        </ul>
      )}
    </article>
  );
}

interface ContactPlaceholderProps {
  readonly kind: ContactKind;
  readonly isInvisible: boolean;
}

const ContactPlaceholder = ({ kind, isInvisible }: ContactPlaceholderProps) => (
  <li part={isInvisible ? undefined : 'contact'} class={`contact ${kind} ${isInvisible ? 'invisible' : ''}`}>
    <Icon name={kind} />
    <span class="skeleton" />
  </li>
);
