import type { Offer } from '../../shared/api/types.js';
import { Picture } from '../../shared/ui/Picture.js';
import { Tile } from '../../shared/ui/Tile.js';
import type { Look } from './look.js';

/** What stands for an offer that is not here yet keeps its place, so that nothing moves later. */
export interface OfferProps {
  readonly offer: Offer | undefined;
  readonly look: Look;
}

/** A text on a fixed number of lines. Keyed: a browser that translates the page replaces text nodes, and would keep old ones. */
export const toLine = (part: string, text: string | undefined, kind = '') => (
  <p part={part} class={`${part} ${kind}`} key={part + text} title={text} dir="auto">
    {text ?? <span class="bone" />}
  </p>
);

export function OfferText({ offer, look }: OfferProps) {
  return (
    <div class="words">
      {toLine('name', offer?.name)}
      {look.fields.includes('description') && toLine('description', offer?.description, 'muted')}
    </div>
  );
}

export function OfferPicture({ offer, look }: OfferProps) {
  if (!look.fields.includes('thumbnail')) return null;
  if (!offer) return <span class="picture bone" />;
  const { url, width, height } = offer.thumbnail ?? {};
  const ratio = width && height ? width / height : 0;
  // A picture may lose a little at its edges; a logo, which is wider or square, may not.
  return (
    <div class={ratio > 1.15 && ratio < 1.9 ? 'photo' : 'logo'}>
      <Picture part="thumbnail" src={url}>
        <Tile seed={offer.id} name={offer.name} />
      </Picture>
    </div>
  );
}

/** Words on one line, cut off where they do not fit. */
export const OfferLine = ({ text }: { readonly text: string | null | undefined }) =>
  text ? (
    <span class="line" key={text} title={text} dir="auto">
      {text}
    </span>
  ) : null;

export const OfferCategories = ({ offer }: { readonly offer: Offer }) => (
  <OfferLine text={offer.categories?.map(({ name }) => name).join(', ')} />
);
