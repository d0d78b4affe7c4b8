import { useMemo } from 'preact/hooks';
import { useAnnounceOnChange } from '../../shared/element/use-announce-on-change.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { useMessages, useWidget } from '../../shared/element/widget-context.js';
import { conversionsMessages } from '../../shared/i18n/conversions-messages.js';
import { formatMessage, formatPlural } from '../../shared/i18n/format-message.js';
import { createRangeFormat } from '../../shared/report/period.js';
import { ReportHeader } from '../../shared/report/ReportHeader.js';
import { ReportNote } from '../../shared/report/ReportNote.js';
import { Notice } from '../../shared/ui/Notice.js';
import { formatRowRange, PageBar, rowsBefore } from '../../shared/ui/PageBar.js';
import { ConversionsTable } from './components/ConversionsTable.js';
import { ConversionsToolbar } from './components/ConversionsToolbar.js';
import type { ConversionsAttributes, ConversionsModel } from './conversions.types.js';

type Props = ViewProps<ConversionsAttributes, ConversionsModel>;

export function ConversionsView({ model, attributes }: Props) {
  const context = useWidget();
  const messages = useMessages(conversionsMessages);
  const { language, formatters } = context;
  const { status, data, error, loadedAt } = model.state.value;
  const { fields, pageSize, pagination, timeZone } = attributes;
  const formatRange = useMemo(() => createRangeFormat(language), [language]);
  const days = formatRange(data?.range ?? model.expectedRange.value);
  const isEmpty = data?.conversions.length === 0;
  const rows =
    data && !isEmpty
      ? formatRowRange(rowsBefore(data.page, pageSize, pagination), data.conversions.length, data.total, context)
      : '';
  // For screen readers: how many there are now, and which are shown.
  const total = data?.total ?? null;
  const summary = total === null ? rows : `${formatPlural(messages.conversionsFound, total, formatters)}: ${rows}`;
  useAnnounceOnChange(data && (isEmpty ? messages.noConversions : summary));

  if (status === 'error' && error) {
    const message = error.code === 'permission' ? messages.noConversionsPermission : undefined;
    return <Notice error={error} onRetry={model.refresh} message={message} />;
  }
  const zone = timeZone ? formatMessage(messages.timesInZone, { zone: timeZone }) : messages.timesOfNetwork;
  const card = (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form. A landmark would need a name of its own.
    <section
      part="card"
      role="group"
      class={`card conversions ${status === 'loading' && data ? 'busy' : ''}`}
      aria-labelledby="title"
    >
      <ReportHeader title={messages.conversionsTitle} days={days}>
        <ConversionsToolbar model={model} attributes={attributes} data={data} />
      </ReportHeader>
      {error && <Notice error={error} staleSince={loadedAt} onRetry={model.refresh} />}
      {isEmpty ? (
        <slot name="empty">
          <p part="empty" key={messages.noConversions}>
            {messages.noConversions}
          </p>
        </slot>
      ) : (
        <>
          <ConversionsTable
            conversions={data?.conversions}
            fields={fields}
            skeletons={pageSize}
            caption={`${messages.conversionsTitle}, ${days}`}
          />
          <PageBar
            list={data}
            // As many as a full page has where there is a next one: of two that are the same only one is shown.
            count={data?.hasNext ? data.page * pageSize : 0}
            range={rows}
            pageSize={pageSize}
            pagination={pagination}
            onPage={model.goToPage}
          />
        </>
      )}
      <ReportNote cut={data?.cut} zone={zone} />
    </section>
  );
  return data ? card : <slot name="loading">{card}</slot>;
}
