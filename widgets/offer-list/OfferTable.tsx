import type { Offer } from '../../shared/api/types.js';
import { showBone } from '../../shared/ui/Bone.js';
import type { Look } from './look.js';
import { columns, showThumbnail, showWords } from './OfferParts.js';

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
