// biome-ignore-all lint/a11y/noRedundantRoles: on a narrow place the style takes the table away, and its meaning with it
import type { ComponentChildren } from 'preact';
import type { Offer } from '../../shared/api/types.js';
import type { Look } from './look.js';
import { OfferStatusBadge } from './OfferBadges.js';
import { OfferCountries } from './OfferCountries.js';
import { OfferLink } from './OfferLink.js';
import { OfferPayout } from './OfferPayout.js';
import { OfferCategories, OfferLine, OfferPicture, OfferText } from './OfferText.js';
import { toExpiryWords } from './wording.js';

interface OfferTableProps {
  /** `undefined` stands for a row that is still loading. */
  readonly offers: readonly (Offer | undefined)[];
  readonly look: Look;
}

const columns: { readonly [column: string]: (offer: Offer, look: Look) => ComponentChildren } = {
  payout: (offer, look) => <OfferPayout offer={offer} look={look} />,
  category: (offer) => <OfferCategories offer={offer} />,
  country: (offer, look) => (
    <div class="meta">
      <OfferCountries offer={offer} look={look} />
    </div>
  ),
  expiry: (offer, look) => <OfferLine text={toExpiryWords(offer, look.language) ?? '–'} />,
  status: (offer, look) => <OfferStatusBadge offer={offer} look={look} />,
  link: (offer, look) => <OfferLink offer={offer} look={look} />,
};

/**
 * A real table. On a narrow place its style makes cards of the rows, and browsers then forget that it was a table:
 * hence the roles.
 */
export function OfferTable({ offers, look }: OfferTableProps) {
  const { t, fields } = look;
  const words: { readonly [column: string]: string } = t;
  const shown = Object.entries(columns).filter(([name]) => name === 'link' || fields.some((field) => field === name));
  const ghost = offers[0] ? 'ghost' : '';
  return (
    <table part="list" class="card table" role="table" aria-label={t.offersLabel} aria-describedby="disclosure">
      <thead role="rowgroup">
        <tr role="row" class="muted">
          <th role="columnheader" scope="col">
            {t.offer}
          </th>
          {shown.map(([name]) => (
            <th key={name} role="columnheader" scope="col" class={`col-${name}`}>
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {offers.map((offer, index) => (
          <tr
            key={offer?.id ?? -index}
            role="row"
            part="offer"
            class={offer ? '' : ghost}
            {...(!offer && { 'aria-hidden': true })}
          >
            <th role="rowheader" scope="row">
              <div class="head">
                <OfferPicture offer={offer} look={look} />
                <OfferText offer={offer} look={look} />
              </div>
            </th>
            {shown.map(([name, show]) => (
              <td key={name} role="cell" class={`col-${name}`} data-label={words[name]}>
                {offer ? show(offer, look) : <span class="bone" />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
