import { useMemo } from 'preact/hooks';
import type { Conversion, ConversionField } from '../../../shared/api/conversions.js';
import { useMessages, useWidget } from '../../../shared/element/widget-context.js';
import { conversionsMessages } from '../../../shared/i18n/conversions-messages.js';
import { numbersBelow } from '../../../shared/numbers-below.js';
import type { ConversionActivation } from '../conversions.types.js';
import { type ConversionFormats, createConversionFormats, offerName } from '../format-conversions.js';
import { ConversionValue } from './ConversionValue.js';

/**
 * In a narrow container the rows are shown as cards. Safari takes the roles away from the parts of a table that are not
 * displayed as such, so they are written out; spread, because they are what the elements have anyway.
 */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

interface ConversionsTableProps {
  /** `undefined` = not here yet. */
  readonly conversions: readonly Conversion[] | undefined;
  readonly fields: readonly ConversionField[];
  /** Rows that keep the place of those that are not here yet. */
  readonly skeletons: number;
  readonly caption: string;
}

/** The log: a row, or a card, for each conversion. Where columns do not fit, it is scrolled sideways. */
export function ConversionsTable({ conversions, fields, skeletons, caption }: ConversionsTableProps) {
  const { language, currency } = useWidget();
  const labels = useLabels();
  const formats = useMemo(() => createConversionFormats(language, currency), [language, currency]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls it
    // biome-ignore lint/a11y/useSemanticElements: no fieldset of a form, and no landmark of a page
    <section class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table part="table" class="table log" aria-busy={!conversions} {...roles.table}>
        <caption class="visually-hidden">{caption}</caption>
        {/* Columns have their widths with the values: heads are not to move. */}
        <thead class={conversions ? '' : 'invisible'} {...roles.group}>
          <tr {...roles.row}>
            {fields.map((field) => (
              <th scope="col" class={field} key={field} {...roles.columnHeader}>
                {labels[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {conversions
            ? conversions.map((conversion, index) => (
                <ConversionRow
                  key={conversion.id || index}
                  conversion={conversion}
                  fields={fields}
                  labels={labels}
                  formats={formats}
                />
              ))
            : numbersBelow(skeletons).map((index) => <SkeletonRow key={index} fields={fields} labels={labels} />)}
        </tbody>
      </table>
    </section>
  );
}

type Labels = Readonly<Record<ConversionField, string>>;

/** What each field is called above its column, and on a card. */
function useLabels(): Labels {
  const messages = useMessages(conversionsMessages);
  return {
    time: messages.time,
    offer: messages.offer,
    status: messages.status,
    payout: messages.payout,
    country: messages.country,
    goal: messages.goal,
    sub1: messages['group:sub1'],
    sub2: messages['group:sub2'],
    sub3: messages['group:sub3'],
    sub4: messages['group:sub4'],
    sub5: messages['group:sub5'],
    source: messages['group:source'],
    id: messages.conversionId,
  };
}

interface ConversionRowProps {
  readonly conversion: Conversion;
  readonly fields: readonly ConversionField[];
  readonly labels: Labels;
  readonly formats: ConversionFormats;
}

/** The first field names the row, and tells the page that it was activated. */
function ConversionRow({ conversion, fields, labels, formats }: ConversionRowProps) {
  const { emit } = useWidget();
  const activate = () => {
    const label = offerName(conversion);
    const detail: ConversionActivation = { groupBy: null, key: conversion.id || null, label, values: conversion };
    emit('hasoffers-row', detail);
  };
  return (
    <tr part="row" {...roles.row}>
      {fields.map((field, index) => {
        const value = <ConversionValue conversion={conversion} field={field} formats={formats} />;
        const label = <CardLabel text={labels[field]} />;
        return index === 0 ? (
          <th scope="row" class={field} key={field} {...roles.rowHeader}>
            {label}
            <button type="button" class="activate" onClick={activate}>
              {value}
            </button>
          </th>
        ) : (
          <td class={field} key={field} {...roles.cell}>
            {label}
            {value}
          </td>
        );
      })}
    </tr>
  );
}

/** What the column's head says, for the eyes: on a card there are no columns. */
const CardLabel = ({ text }: { readonly text: string }) => (
  <span class="label muted" aria-hidden="true" key={text}>
    {text}
  </span>
);

/** As high as a {@link ConversionRow}. */
function SkeletonRow({ fields, labels }: Pick<ConversionRowProps, 'fields' | 'labels'>) {
  return (
    // Its labels keep their place unseen: the rows fade in and out, and text that fades cannot be read.
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
    <tr part="row" class="waiting-row" aria-hidden="true">
      {fields.map((field) => (
        <td class={field} key={field}>
          <CardLabel text={labels[field]} />
          <span class="skeleton" />
        </td>
      ))}
    </tr>
  );
}
