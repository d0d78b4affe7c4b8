import type { Offer } from '../api/types.js';
import { Picture } from '../ui/Picture.js';

/** A picture may lose a little at its edges; a logo, which is wider or square, may not. */
const photoRatio = { min: 1.15, max: 1.9 };

function isPhoto(thumbnail: Offer['thumbnail']): boolean {
  if (!thumbnail?.width || !thumbnail.height) return false;
  const ratio = thumbnail.width / thumbnail.height;
  return ratio > photoRatio.min && ratio < photoRatio.max;
}

/** The offer's picture; a skeleton without an offer. */
export const OfferThumbnail = ({ offer }: { readonly offer: Offer | undefined }) => (
  <Picture
    part="thumbnail"
    src={offer?.thumbnail?.url}
    id={offer?.id}
    name={offer?.name}
    kind={isPhoto(offer?.thumbnail) ? '' : 'logo'}
  />
);
