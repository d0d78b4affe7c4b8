import type { ComponentChildren } from 'preact';
import type { Offer } from '../../shared/api/types.js';
import type { Look } from './look.js';
import {
  showBone,
  showCategories,
  showCountries,
  showExpiry,
  showLink,
  showPayout,
  showStatus,
  showThumbnail,
  showWords,
} from './OfferParts.js';

const columns = {
  payout: showPayout,
  category: showCategories,
  country: showCountries,
  expiry: showExpiry,
  status: showStatus,
  link: showLink,
} as const;

const toColumns = ({ has }: Look) =>
  (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => name === 'link' || has(name));

/** One offer in a table. */
export const showCells = (offer: Offer | undefined, look: Look) => (
  <>
    <th scope="row">
      <div class="head">
        {showThumbnail(offer, look)}
        {showWords(offer, look)}
      </div>
    </th>
    {toColumns(look).map((name) => (
      <td>{offer ? columns[name](offer, look) : showBone()}</td>
    ))}
  </>
);

/** Where the columns do not fit, it is scrolled sideways. */
export function showTable(rows: ComponentChildren, look: Look) {
  const { t } = look;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would do, and its name is said the same
    <div class="scroll" tabindex={0} role="group" aria-label={t.offersLabel} aria-describedby="disclosure">
      <table part="list" class="card table">
        <thead>
          <tr class="muted">
            <th scope="col">{t.offer}</th>
            {toColumns(look).map((name) => (
              <th key={name} scope="col">
                {t[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
