import { useMessages, useWidget } from '../element/widget-context.js';
import { formatMessage } from '../i18n/format-message.js';
import { reportMessages } from '../i18n/report-messages.js';

interface ReportNoteProps {
  /** Where not all rows were sent: how many of how many. */
  readonly cut: { readonly shown: number; readonly total: number } | null | undefined;
  /** Which time zone days or times belong to, in words. */
  readonly zone: string;
}

/** Stands below a report: whose days these are, and whether some rows are missing. */
export function ReportNote({ cut, zone }: ReportNoteProps) {
  const { formatters } = useWidget();
  const { rowsCut } = useMessages(reportMessages);
  const missing =
    cut && formatMessage(rowsCut, { shown: formatters.number(cut.shown), total: formatters.number(cut.total) });
  const note = missing ? `${missing} ${zone}` : zone;
  return (
    <p part="note" class="muted" key={note}>
      {note}
    </p>
  );
}
