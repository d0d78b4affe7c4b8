import { useMemo } from 'preact/hooks';
import type { Offer } from '../../../shared/api/types.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { numbersBelow } from '../../../shared/numbers-below.js';
import { OfferCard, OfferCardSkeleton } from '../../../shared/offer/OfferCard.js';
import type { OfferFields } from '../../../shared/offer/offer-fields.js';
import type { ResolvedLinks } from '../../../shared/offer/offer-links.js';
import type { LinkSettings } from '../../../shared/offer/outbound-link.js';
import { memo } from '../../../shared/ui/memo.js';
import type { OfferListAttributes } from '../offer-list.types.js';
import { OfferRow, OfferRowSkeleton, OfferTable } from './OfferTable.js';

interface OfferItemsProps {
  readonly layout: OfferListAttributes['layout'];
  readonly offers: readonly Offer[];
  /** Items in all: those beyond the offers are skeletons. */
  readonly count: number;
  /** Skeletons keep their place unseen: there are fewer offers than items. */
  readonly hidesSkeletons: boolean;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  readonly resolvedLinks: ResolvedLinks;
}

/** All offers of a page in the built-in look: a grid or list of cards, or rows of a table. */
export function OfferItems({ layout, offers, count, hidesSkeletons, fields, link, resolvedLinks }: OfferItemsProps) {
  const { messages } = useWidget();
  const isTable = layout === 'table';
  const Item = isTable ? OfferRow : CardItem;
  const ItemSkeleton = isTable ? OfferRowSkeleton : CardItemSkeleton;
  const items = offers.map((offer) => (
    <Item key={offer.id} offer={offer} fields={fields} link={link} resolvedLink={resolvedLinks[offer.id]} />
  ));
  const skeletons = useMemo(() => {
    const missing = Math.max(count - offers.length, 0);
    return numbersBelow(missing).map((index) => (
      <ItemSkeleton key={`skeleton-${index}`} fields={fields} isInvisible={hidesSkeletons} />
    ));
  }, [count - offers.length, ItemSkeleton, fields, hidesSkeletons]);

  if (isTable) {
    return (
      <OfferTable fields={fields}>
        {items}
        {skeletons}
      </OfferTable>
    );
  }
  return (
    <ul part="list" class={`items ${layout}`} aria-label={messages.offersLabel} aria-describedby="disclosure">
      {items}
      {skeletons}
    </ul>
  );
}

interface CardItemProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  readonly resolvedLink: string | null | undefined;
}

const CardItem = memo((props: CardItemProps) => (
  <li>
    <OfferCard {...props} />
  </li>
));

const CardItemSkeleton = ({ fields, isInvisible }: { readonly fields: OfferFields; readonly isInvisible: boolean }) => (
  <li class={isInvisible ? 'invisible' : ''} aria-hidden="true">
    <OfferCardSkeleton fields={fields} />
  </li>
);
