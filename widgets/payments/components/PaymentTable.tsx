import type { ComponentChildren } from 'preact';
import { useAnnounceOnChange } from '../../../shared/element/use-announce-on-change.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { numbersBelow } from '../../../shared/numbers-below.js';
import { formatRowRange, PageBar, rowsBefore } from '../../../shared/ui/PageBar.js';
import type { PartState, PaymentList, PaymentsAttributes } from '../payments.types.js';
import { FailedPart } from './FailedPart.js';

export interface Column<Row> {
  readonly heading: string;
  /** `figure` stands at the end of its column. */
  readonly class?: 'figure' | 'memo';
  readonly part?: string;
  readonly cell: (row: Row) => ComponentChildren;
}

interface PaymentTableProps<Row> {
  readonly caption: string;
  /** The first one says what the row is about. */
  readonly columns: readonly Column<Row>[];
  readonly state: PartState<PaymentList<Row>>;
  /** Read where there is no row. */
  readonly nothing: string;
  readonly attributes: PaymentsAttributes;
  /** Something else is being loaded: another page, perhaps of another list. */
  readonly isLoading: boolean;
  readonly onPage: (page: number) => void;
  readonly onRetry: () => void;
}

/** A list of invoices or payments with its pages. */
export function PaymentTable<Row extends { readonly id: string }>(props: PaymentTableProps<Row>) {
  const { caption, columns, state, nothing, attributes, isLoading, onPage, onRetry } = props;
  const context = useWidget();
  const { pageSize, pagination, layout } = attributes;
  const { data: list, error } = state;
  const rows = list?.rows ?? [];
  const before = rowsBefore(list?.page ?? 1, pageSize, pagination);
  const range = list ? formatRowRange(before, rows.length, list.total, context) : '';
  useAnnounceOnChange(list && `${caption}: ${range}`);

  if (error && !list) return <FailedPart label={caption} error={error} onRetry={onRetry} />;
  if (list && rows.length === 0) {
    return (
      <div>
        <p class="caption">{caption}</p>
        <p part="empty" class="muted">
          {nothing}
        </p>
      </div>
    );
  }
  // A short last page keeps the height of a full one, so that the pager stays in place.
  const isShortPage = list !== undefined && list.page > 1 && pagination === 'pages';
  const fillers = !list || isShortPage ? numbersBelow(Math.max(pageSize - rows.length, 0)) : [];
  return (
    <div class={isLoading && state.isLoading && list ? 'busy' : ''}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls it */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset of a form, and no landmark of a page */}
      <section class="scroll" role="group" aria-label={caption} tabIndex={0}>
        <table part="table" class={`table ${layout === 'table' ? 'wide' : 'compact'}`}>
          <caption class="caption">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column.heading} class={column.class}>
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} />
            ))}
            {fillers.map((index) => (
              <FillerRow key={index} columns={columns.length} isInvisible={list !== undefined} />
            ))}
          </tbody>
        </table>
      </section>
      <PageBar
        list={list}
        count={rows.length}
        range={range}
        pageSize={pageSize}
        pagination={pagination}
        onPage={onPage}
      />
    </div>
  );
}

interface RowProps<Data> {
  readonly row: Data;
  readonly columns: readonly Column<Data>[];
}

const Row = <Data,>({ row, columns: [first, ...others] }: RowProps<Data>) => (
  <tr part="row">
    <th scope="row">{first?.cell(row)}</th>
    {others.map((column) => (
      <td key={column.heading} part={column.part} class={column.class}>
        {column.cell(row)}
      </td>
    ))}
  </tr>
);

/** Stands for a row that is not here yet, or keeps the place of one that there is not. */
const FillerRow = ({ columns, isInvisible }: { readonly columns: number; readonly isInvisible: boolean }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
  <tr class={isInvisible ? 'invisible' : ''} aria-hidden="true">
    {numbersBelow(columns).map((index) => (
      <td key={index}>
        <span class="skeleton" />
      </td>
    ))}
  </tr>
);
