import { type Attribute, oneOf, text, tokens } from './attributes.js';

/** Attributes that every element has, parsed. */
export interface CommonAttributes {
  readonly endpoint: string | null;
  readonly loading: 'lazy' | 'eager';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly currency: string | null;
  readonly consent: 'required' | null;
  readonly hiddenWhen: readonly ('error' | 'empty')[];
}

/** Present in any form means required; only absence and the text "false" do not: consent must never fail open. */
const consent: Attribute<'required' | null> = {
  parse(raw, complain) {
    const value = raw?.trim().toLowerCase();
    if (value === undefined || value === 'false') return null;
    if (!['', 'true', 'required'].includes(value)) complain('required');
    return 'required';
  },
  allowsEmpty: true,
};

/**
 * What every element has.
 *
 * @attr endpoint - URL of the proxy, absolute or relative to the page; when absent the script tag's `data-endpoint`.
 * @attr loading - When to load: as the element comes near the visitor's screen, or at once.
 * @attr theme - Colours; `auto` follows the page's `color-scheme`.
 * @attr lang - Language of numbers, dates and names, and direction of writing; when absent the nearest parent's, else
 *   the browser's.
 * @attr currency - ISO 4217 code of offers paid in the network's own currency, which the API does not name; without it
 *   their amounts are plain numbers.
 * @attr consent - Asks the visitor for consent before the first request; consent counts for all elements of the page.
 * @attr hidden-when - States in which the element takes no room at all.
 * @fires hasoffers-load - New data is shown.
 * @fires {{ code: ErrorCode; message: string; retryable: boolean }} hasoffers-error - Loading failed; the message is for you, not for visitors.
 * @slot header - Yours, above everything.
 * @slot footer - Yours, below everything.
 * @slot loading - Instead of the skeleton.
 * @slot empty - Instead of the message where there is nothing to show.
 * @slot error - Instead of the message and button after a failure.
 * @part root - Around everything.
 * @part consent - Request for consent before anything is loaded, with its button.
 * @part error - Message and button after a failure.
 * @part stale - The same above older data, which stays.
 * @part retry - Button that loads again.
 * @state idle - Nothing was loaded yet.
 * @state loading - The first data is on its way.
 * @state ready - Data is shown.
 * @state empty - There is nothing to show.
 * @state error - Loading failed and there is nothing older.
 * @state stale - Older data is shown, since loading again failed; beside `ready` or `empty`.
 * @cssprop --hasoffers-accent - Links, buttons, focus rings; what stands on it becomes black or white by itself.
 * @cssprop --hasoffers-on-accent - Text on the accent.
 * @cssprop --hasoffers-text - Text; weaker text, lines and quiet backgrounds are mixed of it and of the surface.
 * @cssprop --hasoffers-surface - Background of cards and fields.
 * @cssprop --hasoffers-muted - Text of less weight.
 * @cssprop --hasoffers-subtle - Background of pictures, skeletons and contacts.
 * @cssprop --hasoffers-border - Colour of lines.
 * @cssprop --hasoffers-border-width - Width of lines.
 * @cssprop --hasoffers-link - Links in text.
 * @cssprop --hasoffers-focus - Ring around what has the focus.
 * @cssprop --hasoffers-warning - Text of warnings.
 * @cssprop --hasoffers-radius - Roundness of cards; buttons follow.
 * @cssprop --hasoffers-button-radius - Roundness of buttons and fields.
 * @cssprop --hasoffers-gap - Space between and inside of things.
 * @cssprop --hasoffers-density - A factor for spaces and controls: 0.8 is compact, 1.2 roomy.
 * @cssprop --hasoffers-control-size - Height of buttons and fields.
 * @cssprop --hasoffers-card-padding - Space inside of cards.
 * @cssprop --hasoffers-font - Font family.
 * @cssprop --hasoffers-font-size - Size that all others follow.
 * @cssprop --hasoffers-weight - Weight of what is bold: names, buttons, badges.
 * @cssprop --hasoffers-shadow - Shadow of cards.
 * @cssprop --hasoffers-picture-background - Behind pictures.
 * @cssprop --hasoffers-photo-size - Width and height of the photo.
 * @cssprop --hasoffers-card-width - Narrowest card of the grid; as many stand side by side as fit.
 * @cssprop --hasoffers-picture-ratio - Proportions of a card's picture, as in `4 / 3`.
 * @cssprop --hasoffers-lines - Lines of names and descriptions before they are cut off.
 * @cssprop --hasoffers-payout - Colour of payouts.
 * @cssprop --hasoffers-payout-size - Size of payouts.
 * @cssprop --hasoffers-button-background - Background of the links that earn, and of the page that is shown.
 * @cssprop --hasoffers-button-text - Text on them.
 * @cssprop --hasoffers-input-background - Background of the controls.
 * @cssprop --hasoffers-badge-background - Background of badges.
 * @cssprop --hasoffers-badge-text - Text of badges.
 * @cssprop --hasoffers-positive - Dot or, on a phone, border of what may be run.
 * @cssprop --hasoffers-pending - Dot or, on a phone, border of what still needs something.
 * @cssprop --hasoffers-negative - Dot or, on a phone, border of what may not be run.
 */
export const commonAttributes: { readonly [Name in keyof CommonAttributes]: Attribute<CommonAttributes[Name]> } = {
  endpoint: text,
  loading: oneOf('lazy', 'eager'),
  theme: oneOf('auto', 'light', 'dark'),
  currency: text,
  consent,
  hiddenWhen: tokens(['error', 'empty'], []),
};
