import type { AccountManager } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useWidget } from '../../shared/element/widget-context.js';
import type { Resource } from '../../shared/resource.js';
import { Notice } from '../../shared/ui/Notice.js';
import type { AccountManagerAttributes } from './account-manager.types.js';
import { ManagerCard, ManagerCardSkeleton } from './components/ManagerCard.js';

type Props = ViewProps<AccountManagerAttributes, Resource<AccountManager | null>>;

export function AccountManagerView({ model, attributes }: Props) {
  const { status, data: manager, error, loadedAt } = model.state.value;
  return (
    <>
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {manager && <ManagerCard manager={manager} {...attributes} />}
      {!manager && status === 'empty' && <NoManager layout={attributes.layout} />}
      {!manager && (status === 'idle' || status === 'loading') && (
        <slot name="loading">
          <ManagerCardSkeleton {...attributes} />
        </slot>
      )}
    </>
  );
}

/** The network has assigned nobody. */
function NoManager({ layout }: Pick<AccountManagerAttributes, 'layout'>) {
  const { noManager } = useWidget().messages;
  return (
    <slot name="empty">
      <p part="empty" class={`card manager ${layout}`} key={noManager}>
        {noManager}
      </p>
    </slot>
  );
}
