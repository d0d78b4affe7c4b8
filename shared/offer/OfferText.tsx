import type { Offer } from '../api/types.js';
import type { OfferFields } from './offer-fields.js';

interface OfferTextProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
}

/** Name and description. Keyed by their texts: a browser's page translation detaches text nodes. */
export const OfferText = ({ offer: { name, description }, fields }: OfferTextProps) => (
  <div class="words">
    <p key={`name ${name}`} part="name" class="name" dir="auto" title={name}>
      {name}
    </p>
    {fields.has('description') && (
      <p key={`description ${description}`} part="description" class="description muted" dir="auto" title={description}>
        {description}
      </p>
    )}
  </div>
);

/** As high as {@link OfferText}. */
export const OfferTextSkeleton = ({ fields }: Pick<OfferTextProps, 'fields'>) => (
  <div class="words">
    <p part="name" class="name">
      <span class="skeleton" />
    </p>
    {fields.has('description') && (
      <p part="description" class="description muted">
        <span class="skeleton" />
      </p>
    )}
  </div>
);
