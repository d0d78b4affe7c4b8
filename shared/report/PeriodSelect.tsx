import { dayIn } from '../calendar.js';
import { useMessages, useWidget } from '../element/widget-context.js';
import { reportMessages } from '../i18n/report-messages.js';
import { Select } from '../ui/Select.js';
import { type ChosenDays, type Period, periods, type RangeChange, toRange } from './period.js';

interface PeriodSelectProps {
  readonly days: ChosenDays;
  /** IANA name; `null` = the visitor's own. */
  readonly timeZone: string | null;
  /** Longer periods are not offered. */
  readonly maxDays: number;
  /** Not called where the page cancels `hasoffers-range`. */
  readonly onSelect: (period: Period) => void;
}

/** Which days a report is about. Tells the page about another choice, which the page can stop. */
export function PeriodSelect({ days, timeZone, maxDays, onSelect }: PeriodSelectProps) {
  const { emit } = useWidget();
  const messages = useMessages(reportMessages);
  const offered = periods.filter((period) => period !== 'year' || maxDays > 366);
  const isCustom = Boolean(days.from ?? days.to) || !offered.includes(days.period);
  const options = offered.map((value) => ({ value: value as string, label: messages[`period:${value}`] }));
  const select = (value: string) => {
    const period = value as Period;
    const range = toRange({ period, from: null, to: null }, dayIn(timeZone, Date.now()), maxDays);
    const change: RangeChange = { ...range, period };
    if (emit('hasoffers-range', change)) onSelect(period);
  };
  return (
    <Select
      part="control"
      label={messages.period}
      value={isCustom ? '' : days.period}
      options={isCustom ? [{ value: '', label: messages['period:custom'] }, ...options] : options}
      onSelect={select}
    />
  );
}
