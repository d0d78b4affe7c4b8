import type { ComponentChildren } from 'preact';
import { mayPromote } from '../../shared/api/offer-status.js';
import type { Offer } from '../../shared/api/types.js';
import { showBone } from '../../shared/ui/Bone.js';
import { showIcon } from '../../shared/ui/Icon.js';
import { showPicture } from '../../shared/ui/Picture.js';
import type { Look } from './look.js';
import { toCategoryWords, toCountryWords, toExpiryWords, toPayoutWords } from './wording.js';

/**
 * What makes an anchor a way out, to which `departures.ts` listens. Without an address yet it is a link all the same, for the
 * keyboard too: one is made in time. `rel` says to search engines that the link is paid for, and gives the other side no
 * hold on this page.
 */
export const toAnchor = (id: string, href: string, target: Look['target']) => ({
  'data-offer': id,
  target,
  rel: 'sponsored nofollow noopener',
  ...(href ? { href } : { role: 'link' as const, tabindex: 0 }),
});

/** A text on a fixed number of lines. */
const showText = (part: string, text: string | undefined, kind = '') => (
  <p part={part} class={`${part} ${kind}`} title={text} dir="auto">
    {text ?? showBone()}
  </p>
);

export const showWords = (offer: Offer | undefined, { shows }: Look) => (
  <div class="words">
    {showText('name', offer?.name)}
    {shows('description') && showText('description', offer?.description, 'muted')}
  </div>
);

export function showThumbnail(offer: Offer | undefined, { shows }: Look) {
  if (!shows('thumbnail')) return null;
  const { url, width, height } = offer?.thumbnail ?? {};
  const ratio = Number(width) / Number(height);
  // A picture may lose a little at its edges; a logo, which is wider or square, may not.
  return showPicture('thumbnail', url, offer?.id, offer?.name, ratio > 1.15 && ratio < 1.9 ? '' : 'logo');
}

export function showPayout(offer: Offer | undefined, look: Look) {
  const [value, unit, abbreviation] = offer ? toPayoutWords(offer.payout, look) : [];
  return (
    <p part="payout" class="payout" title={abbreviation}>
      <strong>{value ?? showBone()}</strong>
      <span class="muted"> {unit ?? showBone()}</span>
    </p>
  );
}

/** Words on one line, cut off where they do not fit; then the rest is for whoever asks. */
const showLine = (text: string, all = text) =>
  text && (
    <span class="line" title={all} dir="auto">
      {text}
      {text !== all && <span class="hidden">: {all}</span>}
    </span>
  );

const showCategories = (offer: Offer, look: Look) => showLine(toCategoryWords(offer, look));

const showCountries = (offer: Offer, look: Look) => showLine(...toCountryWords(offer, look));

const showExpiry = (offer: Offer, { language }: Look) => showLine(toExpiryWords(offer, language) || '–');

export const showBadge = (kind: string, words: string) => (
  <span part="badge" class={`badge ${kind}`} title={words} dir="auto">
    {words}
  </span>
);

/** That an offer cannot be promoted is always said: it explains why there is no link. */
export const showStatus = (offer: Offer, { shows, t }: Look) =>
  (shows('status') || !mayPromote(offer)) && showBadge(offer.status, t[offer.status]);

/** The ways out. */
export function showLink(offer: Offer, { t, target, shows, hrefOf, model }: Look) {
  const href = hrefOf(offer);
  const label = model.links.made.value[offer.id] === null ? t.retry : t.link;
  const showAnchor = (part: string, address: string, content: ComponentChildren) => (
    <a part={part} class={part} {...toAnchor(offer.id, address, target)}>
      {content}
    </a>
  );
  const showWhole = (words: string) => [
    words,
    <span class="hidden">
      : {offer.name} {target === '_blank' && t.newTab}
    </span>,
  ];
  return [
    offer.previewUrl && shows('preview') && showAnchor('preview', offer.previewUrl, showWhole(t.preview)),
    href !== null && showAnchor('link', href, [showIcon('leave'), <span class="label">{showWhole(label)}</span>]),
  ];
}

/** What a table has a column for, in this order. */
export const columns = {
  payout: showPayout,
  category: showCategories,
  country: showCountries,
  expiry: showExpiry,
  status: showStatus,
  link: showLink,
} as const;
