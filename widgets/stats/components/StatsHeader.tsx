import { dayIn } from '../../../shared/calendar.js';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import { Select } from '../../../shared/ui/Select.js';
import { toRange } from '../day-range.js';
import type { StatFormats } from '../format-stats.js';
import {
  type DayRange,
  type Grouping,
  groupings,
  type Metric,
  type Period,
  periods,
  type StatsAttributes,
  type StatsControl,
  type StatsModel,
} from '../stats.types.js';

interface StatsHeaderProps {
  readonly model: StatsModel;
  readonly attributes: StatsAttributes;
  readonly range: DayRange;
  readonly formats: StatFormats;
  readonly metric: Metric;
}

/** Title, days, and what the visitor can choose. */
export function StatsHeader({ model, attributes, range, formats, metric }: StatsHeaderProps) {
  const messages = useMessages(statsMessages);
  const days = formats.range(range);
  return (
    <header class="header">
      <div class="heading">
        <div id="title">
          <slot name="title">
            <p part="title" class="title" key={messages.statsTitle}>
              {messages.statsTitle}
            </p>
          </slot>
        </div>
        <p part="range" class="muted" key={days}>
          {days}
        </p>
      </div>
      {attributes.controls.length > 0 && (
        <div part="controls" class="toolbar">
          {attributes.controls.map((control) => (
            <Control key={control} control={control} model={model} attributes={attributes} metric={metric} />
          ))}
        </div>
      )}
    </header>
  );
}

interface ControlProps {
  readonly control: StatsControl;
  readonly model: StatsModel;
  readonly attributes: StatsAttributes;
  readonly metric: Metric;
}

/** One control: what stands beside it, what can be chosen, and what that does. */
const controls: Readonly<Record<StatsControl, (props: ControlProps) => ReturnType<typeof Select>>> = {
  period: (props) => <PeriodSelect {...props} />,
  compare: (props) => <CompareSelect {...props} />,
  'group-by': (props) => <GroupSelect {...props} />,
  metric: (props) => <MetricSelect {...props} />,
};

const Control = (props: ControlProps) => controls[props.control](props);

function PeriodSelect({ model }: ControlProps) {
  const { emit } = useWidget();
  const messages = useMessages(statsMessages);
  const { period, from, to, timeZone } = model.query.value;
  const isCustom = Boolean(from ?? to);
  const options = periods.map((value) => ({ value: value as string, label: messages[`period:${value}`] }));
  const select = (value: string) => {
    const chosen = value as Period;
    const days = toRange({ period: chosen, from: null, to: null }, dayIn(timeZone, Date.now()));
    if (emit('hasoffers-range', { ...days, period: chosen })) model.choose({ period: chosen });
  };
  return (
    <Select
      part="control"
      label={messages.period}
      value={isCustom ? '' : period}
      options={isCustom ? [{ value: '', label: messages['period:custom'] }, ...options] : options}
      onSelect={select}
    />
  );
}

function CompareSelect({ model }: ControlProps) {
  const messages = useMessages(statsMessages);
  return (
    <Select
      part="control"
      label={messages.compare}
      value={model.query.value.comparesPrevious ? 'previous' : 'none'}
      options={(['previous', 'none'] as const).map((value) => ({ value, label: messages[`compare:${value}`] }))}
      onSelect={(value) => model.choose({ compare: value === 'previous' ? 'previous' : 'none' })}
    />
  );
}

function GroupSelect({ model }: ControlProps) {
  const messages = useMessages(statsMessages);
  return (
    <Select
      part="control"
      label={messages.groupBy}
      value={model.query.value.groupBy ?? ''}
      options={[
        { value: '', label: messages['group:none'] },
        ...groupings.map((value) => ({ value: value as string, label: messages[`group:${value}`] })),
      ]}
      onSelect={(value) => model.choose({ groupBy: (value || null) as Grouping | null })}
    />
  );
}

function MetricSelect({ model, attributes, metric }: ControlProps) {
  const messages = useMessages(statsMessages);
  return (
    <Select
      part="control"
      label={messages.metric}
      value={metric}
      options={attributes.metrics.map((value) => ({ value: value as string, label: messages[value] }))}
      onSelect={(value) => model.choose({ metric: value as Metric })}
    />
  );
}
