import type { ComponentChildren } from 'preact';
import type { Offer } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { OfferCategories, OfferCountries, OfferExpiry, OfferStatusBadge } from '../../../shared/offer/OfferFacts.js';
import { OfferLinks } from '../../../shared/offer/OfferLinks.js';
import { OfferPayout } from '../../../shared/offer/OfferPayout.js';
import { OfferText, OfferTextSkeleton } from '../../../shared/offer/OfferText.js';
import { OfferThumbnail } from '../../../shared/offer/OfferThumbnail.js';
import type { OfferFields } from '../../../shared/offer/offer-fields.js';
import type { LinkSettings } from '../../../shared/offer/outbound-link.js';
import { memo } from '../../../shared/ui/memo.js';

const columnNames = ['payout', 'category', 'country', 'expiry', 'status', 'link'] as const;
type Column = (typeof columnNames)[number];

/** The columns beside the offer itself; a link always has its place. */
const columnsOf = (fields: OfferFields): readonly Column[] =>
  columnNames.filter((column) => column === 'link' || fields.has(column));

interface OfferTableProps {
  readonly fields: OfferFields;
  /** Rows. */
  readonly children: ComponentChildren;
}

/** Offers as rows. Where the columns do not fit, the table is scrolled sideways. */
export function OfferTable({ fields, children }: OfferTableProps) {
  const { messages } = useWidget();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would do, and its name is said the same
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls only what can have the focus
    <div class="scroll" tabIndex={0} role="group" aria-label={messages.offersLabel} aria-describedby="disclosure">
      <table part="list" class="card table">
        <thead>
          <tr class="muted">
            <th scope="col">{messages.offer}</th>
            {columnsOf(fields).map((column) => (
              <th key={column} scope="col">
                {messages[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  readonly resolvedLink: string | null | undefined;
}

/** One offer in a table. */
export const OfferRow = memo(function OfferRow({ offer, fields, link, resolvedLink }: OfferRowProps) {
  const cells: Readonly<Record<Column, () => ComponentChildren>> = {
    payout: () => <OfferPayout payout={offer.payout} />,
    category: () => <OfferCategories offer={offer} />,
    country: () => <OfferCountries offer={offer} />,
    expiry: () => <OfferExpiry offer={offer} />,
    status: () => <OfferStatusBadge offer={offer} fields={fields} />,
    link: () => <OfferLinks offer={offer} fields={fields} link={link} resolvedLink={resolvedLink} />,
  };
  return (
    <tr part="offer">
      {/* Seen when its name is: where there is little room, most of the row is scrolled out of sight. */}
      <th scope="row" class="item">
        <div class="head">
          {fields.has('thumbnail') && <OfferThumbnail offer={offer} />}
          <OfferText offer={offer} fields={fields} />
        </div>
      </th>
      {columnsOf(fields).map((column) => (
        <td key={column}>{cells[column]()}</td>
      ))}
    </tr>
  );
});

interface OfferRowSkeletonProps {
  readonly fields: OfferFields;
  /** Keeps the place of a row that there is not. */
  readonly isInvisible: boolean;
}

/** As high as an {@link OfferRow}. */
export const OfferRowSkeleton = ({ fields, isInvisible }: OfferRowSkeletonProps) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus
  <tr part="offer" class={isInvisible ? 'invisible' : ''} aria-hidden="true">
    <th scope="row">
      <div class="head">
        {fields.has('thumbnail') && <OfferThumbnail offer={undefined} />}
        <OfferTextSkeleton fields={fields} />
      </div>
    </th>
    {columnsOf(fields).map((column) => (
      <td key={column}>
        <span class="skeleton" />
      </td>
    ))}
  </tr>
);
