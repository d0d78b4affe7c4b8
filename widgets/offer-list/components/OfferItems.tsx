import { useMemo, useRef } from 'preact/hooks';
import type { Offer } from '../../../shared/api/types.js';
import { chunk } from '../../../shared/chunk.js';
import { useWidget } from '../../../shared/element/widget-context.js';
import { numbersBelow } from '../../../shared/numbers-below.js';
import type { ResolvedLinks } from '../../../shared/offer/link-resolver.js';
import { OfferCard, OfferCardSkeleton } from '../../../shared/offer/OfferCard.js';
import type { OfferFields } from '../../../shared/offer/offer-fields.js';
import type { LinkSettings } from '../../../shared/offer/outbound-link.js';
import { memo } from '../../../shared/ui/memo.js';
import { OfferRow, OfferRowSkeleton, OfferTable } from './OfferTable.js';

interface OfferItemsProps {
  readonly layout: 'grid' | 'list' | 'table';
  readonly offers: readonly Offer[];
  /** Items in all: those beyond the offers are skeletons. */
  readonly count: number;
  /** Skeletons are invisible and keep their place: there are fewer offers than items. */
  readonly hidesSkeletons: boolean;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  readonly resolvedLinks: ResolvedLinks;
}

/** All offers of a page with the built-in items: a grid or list of cards, or rows of a table. */
export function OfferItems({ layout, offers, count, hidesSkeletons, fields, link, resolvedLinks }: OfferItemsProps) {
  const { messages } = useWidget();
  const isTable = layout === 'table';
  const Item = isTable ? OfferRow : CardItem;
  const ItemSkeleton = isTable ? OfferRowSkeleton : CardItemSkeleton;
  const items = useGroups(offers).map((group, index) => (
    <ItemGroup key={index} Item={Item} offers={group} fields={fields} link={link} resolvedLinks={resolvedLinks} />
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

const groupSize = 50;

/** The offers in groups, each the same array until one of its offers changes. */
function useGroups(offers: readonly Offer[]): readonly (readonly Offer[])[] {
  const previous = useRef<readonly (readonly Offer[])[]>([]);
  previous.current = chunk(offers, groupSize).map((group, index) => {
    const known = previous.current[index];
    return known?.length === group.length && group.every((offer, position) => offer === known[position])
      ? known
      : group;
  });
  return previous.current;
}

interface ItemGroupProps extends Pick<OfferItemsProps, 'offers' | 'fields' | 'link' | 'resolvedLinks'> {
  readonly Item: typeof CardItem;
}

/** "Show more" renders new offers only: an unchanged group is skipped. */
const ItemGroup = memo(({ Item, offers, fields, link, resolvedLinks }: ItemGroupProps) => (
  <>
    {offers.map((offer) => (
      <Item key={offer.id} offer={offer} fields={fields} link={link} resolvedLink={resolvedLinks[offer.id]} />
    ))}
  </>
));

interface CardItemProps {
  readonly offer: Offer;
  readonly fields: OfferFields;
  readonly link: LinkSettings;
  readonly resolvedLink: string | null | undefined;
}

const CardItem = memo((props: CardItemProps) => (
  <li class="item">
    <OfferCard {...props} />
  </li>
));

const CardItemSkeleton = ({ fields, isInvisible }: { readonly fields: OfferFields; readonly isInvisible: boolean }) => (
  <li class={`item ${isInvisible ? 'invisible' : ''}`} aria-hidden="true">
    <OfferCardSkeleton fields={fields} />
  </li>
);
