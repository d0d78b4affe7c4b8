import type { ComponentType } from 'preact';
import { conversionStatuses } from '../../../shared/api/conversions.js';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { conversionsMessages } from '../../../shared/i18n/conversions-messages.js';
import { PeriodSelect } from '../../../shared/report/PeriodSelect.js';
import { downloadFile } from '../../../shared/ui/download-file.js';
import { Select } from '../../../shared/ui/Select.js';
import {
  type ConversionsAttributes,
  type ConversionsChoices,
  type ConversionsControl,
  type ConversionsData,
  type ConversionsModel,
  maxDays,
} from '../conversions.types.js';
import { conversionsToCsv } from '../conversions-csv.js';

interface ControlProps {
  readonly model: ConversionsModel;
  readonly attributes: ConversionsAttributes;
}

interface ConversionsToolbarProps extends ControlProps {
  /** `undefined` = not here yet. */
  readonly data: ConversionsData | undefined;
}

/** What the visitor can choose, and what is loaded as a file. */
export function ConversionsToolbar({ model, attributes, data }: ConversionsToolbarProps) {
  const messages = useMessages(conversionsMessages);
  if (attributes.controls.length === 0 && !attributes.download) return null;
  const save = (shown: ConversionsData) =>
    downloadFile(
      `conversions-${shown.range.from}-${shown.range.to}.csv`,
      'text/csv',
      conversionsToCsv(shown, attributes.fields),
    );
  return (
    <div part="toolbar" class="toolbar">
      {attributes.controls.map((name) => {
        const Control = controls[name];
        return <Control key={name} model={model} attributes={attributes} />;
      })}
      {attributes.download && (
        <button
          type="button"
          part="download"
          class={data?.conversions.length ? '' : 'invisible'}
          onClick={() => data && save(data)}
        >
          {messages.download}
        </button>
      )}
    </div>
  );
}

const controls: Readonly<Record<ConversionsControl, ComponentType<ControlProps>>> = {
  period: ConversionsPeriodSelect,
  status: StatusSelect,
  offer: OfferSelect,
};

function ConversionsPeriodSelect({ model }: ControlProps) {
  const request = model.request.value;
  return (
    <PeriodSelect
      days={request}
      timeZone={request.timeZone}
      maxDays={maxDays}
      onSelect={(period) => model.choose({ period })}
    />
  );
}

function StatusSelect({ model, attributes }: ControlProps) {
  const messages = useMessages(conversionsMessages);
  const allowed = attributes.status.length > 0 ? attributes.status : conversionStatuses;
  return (
    <Select
      part="control"
      label={messages.status}
      value={model.choices.value.status ?? ''}
      options={[
        { value: '', label: messages['status:all'] },
        ...allowed.map((value) => ({ value: value as string, label: messages[`status:${value}`] })),
      ]}
      onSelect={(value) => model.choose({ status: value as NonNullable<ConversionsChoices['status']> })}
    />
  );
}

/** Offers that conversions were seen of: the report cannot say in advance which there are. */
function OfferSelect({ model, attributes: { offerIds } }: ControlProps) {
  const { formatters } = useWidget();
  const messages = useMessages(conversionsMessages);
  const known = model.knownOffers.value;
  const offers =
    offerIds.length > 0 ? offerIds.map((id) => known.find((offer) => offer.id === id) ?? { id, name: id }) : known;
  const options = offers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      part="control"
      label={messages.offer}
      value={model.choices.value.offer ?? ''}
      options={[
        { value: '', label: messages.allOffers },
        ...options.sort((one, other) => formatters.compare(one.label, other.label)),
      ]}
      onSelect={(offer) => model.choose({ offer })}
    />
  );
}
