import type { Offer } from '../api/types.js';
import { CutParagraph } from '../ui/CutText.js';
import { Skeleton } from '../ui/Skeleton.js';
import type { OfferFields } from './offer-fields.js';

interface OfferTextProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
}

/** Name and description. Keyed by their texts: a browser's page translation detaches text nodes. */
export const OfferText = ({ offer: { name, description }, fields }: OfferTextProps) => (
  <div class="words">
    <CutParagraph key={`name ${name}`} part="name" class="name">
      {name}
    </CutParagraph>
    {fields.has('description') && (
      <CutParagraph key={`description ${description}`} part="description" class="description muted">
        {description}
      </CutParagraph>
    )}
  </div>
);

/** As high as {@link OfferText}. */
export const OfferTextSkeleton = ({ fields }: Pick<OfferTextProps, 'fields'>) => (
  <div class="words">
    <p part="name" class="name">
      <Skeleton />
    </p>
    {fields.has('description') && (
      <p part="description" class="description muted">
        <Skeleton />
      </p>
    )}
  </div>
);
