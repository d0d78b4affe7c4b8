import type { Offer } from '../../shared/api/types.js';
import { showBone } from '../../shared/ui/Bone.js';
import type { Look } from './look.js';
import {
  showCategories,
  showCountries,
  showExpiry,
  showLink,
  showPayout,
  showStatus,
  showThumbnail,
  showWords,
} from './OfferParts.js';

export const columns = {
  payout: showPayout,
  category: showCategories,
  country: showCountries,
  expiry: showExpiry,
  status: showStatus,
  link: showLink,
} as const;

/** Those that are shown, beside the offer itself. */
export const toColumns = ({ shows }: Look) => (Object.keys(columns) as (keyof typeof columns)[]).filter(shows);

/** One offer in a table. */
export const showCells = (offer: Offer | undefined, look: Look) => [
  <th scope="row">
    <div class="head">
      {showThumbnail(offer, look)}
      {showWords(offer, look)}
    </div>
  </th>,
  ...toColumns(look).map((name) => <td>{offer ? columns[name](offer, look) : showBone()}</td>),
];
