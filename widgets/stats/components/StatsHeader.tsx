import type { ComponentType } from 'preact';
import { useMessages } from '../../../shared/element/widget-context.js';
import { statsMessages } from '../../../shared/i18n/stats-messages.js';
import { PeriodSelect } from '../../../shared/report/PeriodSelect.js';
import type { DayRange } from '../../../shared/report/period.js';
import { ReportHeader } from '../../../shared/report/ReportHeader.js';
import { Select } from '../../../shared/ui/Select.js';
import type { StatFormats } from '../format-stats.js';
import {
  type Grouping,
  groupings,
  type Metric,
  maxDays,
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
  return (
    <ReportHeader title={messages.statsTitle} days={formats.range(range)}>
      {attributes.controls.length > 0 && (
        <div part="controls" class="toolbar">
          {attributes.controls.map((control) => {
            const Control = controls[control];
            return <Control key={control} model={model} attributes={attributes} metric={metric} />;
          })}
        </div>
      )}
    </ReportHeader>
  );
}

interface ControlProps {
  readonly model: StatsModel;
  readonly attributes: StatsAttributes;
  readonly metric: Metric;
}

const controls: Readonly<Record<StatsControl, ComponentType<ControlProps>>> = {
  period: StatsPeriodSelect,
  compare: CompareSelect,
  'group-by': GroupSelect,
  metric: MetricSelect,
};

function StatsPeriodSelect({ model }: ControlProps) {
  const query = model.query.value;
  return (
    <PeriodSelect
      days={query}
      timeZone={query.timeZone}
      maxDays={maxDays}
      onSelect={(period) => model.choose({ period })}
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
