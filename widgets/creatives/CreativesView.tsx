import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { creativesMessages } from '../../shared/i18n/creatives-messages.js';
import { numbersBelow } from '../../shared/numbers-below.js';
import { Notice } from '../../shared/ui/Notice.js';
import { formatRowRange, PageBar, rowsBefore } from '../../shared/ui/PageBar.js';
import { CreativeCard, CreativeSkeleton } from './components/CreativeCard.js';
import { CreativesToolbar } from './components/CreativesToolbar.js';
import type { CreativesAttributes, CreativesModel } from './creatives.types.js';

export function CreativesView({ model, attributes }: ViewProps<CreativesAttributes, CreativesModel>) {
  const context = useWidget();
  const messages = useMessages(creativesMessages);
  const { status, data: list, error, loadedAt } = model.state.value;
  const { pageSize, pagination, preview } = attributes;
  const { type, size } = model.filters.value;
  const hasActiveFilters = Boolean(type || size);
  const isEmpty = list?.creatives.length === 0;
  const emptyMessage = hasActiveFilters ? messages.noCreativeMatches : messages.noCreatives;
  const count = list?.creatives.length ?? 0;
  const range = list ? formatRowRange(rowsBefore(list.page, pageSize, pagination), count, list.total, context) : '';
  useAnnounceOnChange(list && (isEmpty ? emptyMessage : range));

  if (status === 'error' && error) return <Notice error={error} onRetry={model.refresh} />;

  const codes = model.codes.value;
  const items = (
    <ul part="list" class={preview === 'frame' ? 'items frames' : 'items'} aria-label={messages.creatives}>
      {list
        ? list.creatives.map((creative) => (
            <CreativeCard
              key={creative.id}
              creative={creative}
              code={codes[creative.id]}
              format={model.format.value}
              preview={preview}
              createCode={model.createCode}
            />
          ))
        : numbersBelow(pageSize).map((index) => <CreativeSkeleton key={index} hasPreview={preview !== 'none'} />)}
    </ul>
  );
  return (
    <div class={`creatives ${status === 'loading' && list ? 'busy' : ''}`}>
      <CreativesToolbar model={model} attributes={attributes} />
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {isEmpty ? (
        <slot name="empty">
          <div part="empty" class="notice card">
            <p key={emptyMessage}>{emptyMessage}</p>
            {hasActiveFilters && (
              <button type="button" onClick={() => model.setFilters({ type: '', size: '' })}>
                {messages.clear}
              </button>
            )}
          </div>
        </slot>
      ) : (
        <>
          {list ? items : <slot name="loading">{items}</slot>}
          <PageBar
            list={list}
            count={count}
            range={range}
            pageSize={pageSize}
            pagination={pagination}
            onPage={model.goToPage}
          />
        </>
      )}
    </div>
  );
}
