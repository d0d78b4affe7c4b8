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
  parse(raw, reportInvalid) {
    const value = raw?.trim().toLowerCase();
    if (value === undefined || value === 'false') return null;
    if (!['', 'true', 'required'].includes(value)) reportInvalid('required');
    return 'required';
  },
  allowsEmpty: true,
};

/**
 * What every element has.
 *
 * @attr endpoint - URL of the proxy, absolute or relative to the page. Without it, `data-endpoint` of the script tag
 *   counts.
 * @attr loading - When to load: near the viewport, or at once.
 * @attr theme - Colour scheme. `auto` follows the page's `color-scheme`.
 * @attr lang - Language of messages, numbers, dates and names, and the text direction. Without it, the nearest
 *   ancestor's, else the browser's.
 * @attr currency - ISO 4217 code for offers in the network's own currency, which the API does not name. Without it,
 *   their amounts are plain numbers.
 * @attr consent - Asks the visitor for consent before the first request. Consent counts for all elements of the page.
 * @attr hidden-when - States in which the element takes no space.
 * @fires hasoffers-load - New data is shown.
 * @fires {{ code: ErrorCode; message: string; retryable: boolean }} hasoffers-error - Loading failed; the message is for you, not for visitors.
 * @slot header - Your markup above the content.
 * @slot footer - Your markup below the content.
 * @slot loading - Replaces the skeleton.
 * @slot empty - Replaces the message when there is nothing to show.
 * @slot error - Replaces the message and the button when loading has failed.
 * @part root - The box around everything.
 * @part consent - Request for consent before anything is loaded, with its button.
 * @part error - Message and button when loading has failed.
 * @part stale - The same above old data.
 * @part retry - Button that loads again.
 * @state idle - Nothing has been loaded yet.
 * @state loading - The first data is being loaded.
 * @state ready - Data is shown.
 * @state empty - There is nothing to show.
 * @state error - Loading failed, and there is no old data.
 * @state stale - Old data is shown because loading again failed. In addition to `ready` or `empty`.
 * @cssprop --hasoffers-accent - Links, buttons and focus rings. Text on it becomes black or white.
 * @cssprop --hasoffers-on-accent - Text on the accent.
 * @cssprop --hasoffers-text - Text. Muted text, borders and quiet backgrounds are mixed from it and the surface.
 * @cssprop --hasoffers-surface - Background of cards and fields.
 * @cssprop --hasoffers-muted - Less important text.
 * @cssprop --hasoffers-subtle - Background of images, skeletons and contacts.
 * @cssprop --hasoffers-border - Colour of borders.
 * @cssprop --hasoffers-border-width - Width of borders.
 * @cssprop --hasoffers-link - Links in text.
 * @cssprop --hasoffers-focus - Focus ring.
 * @cssprop --hasoffers-warning - Text of warnings.
 * @cssprop --hasoffers-radius - Border radius of cards. That of buttons follows.
 * @cssprop --hasoffers-button-radius - Border radius of buttons and fields.
 * @cssprop --hasoffers-gap - Space between and inside components.
 * @cssprop --hasoffers-density - Factor for spaces and controls: 0.8 is compact, 1.2 is roomy.
 * @cssprop --hasoffers-control-size - Height of buttons and fields.
 * @cssprop --hasoffers-card-padding - Padding of cards.
 * @cssprop --hasoffers-font - Font family.
 * @cssprop --hasoffers-font-size - Base font size. All other sizes follow.
 * @cssprop --hasoffers-weight - Font weight of bold text: names, buttons, badges.
 * @cssprop --hasoffers-shadow - Shadow of cards.
 * @cssprop --hasoffers-picture-background - Background behind images.
 * @cssprop --hasoffers-photo-size - Width and height of the photo.
 * @cssprop --hasoffers-card-width - Minimum width of a card in the grid.
 * @cssprop --hasoffers-picture-ratio - Aspect ratio of a card's image, such as `4 / 3`.
 * @cssprop --hasoffers-lines - Lines of names and descriptions before they are cut off.
 * @cssprop --hasoffers-payout - Colour of payouts.
 * @cssprop --hasoffers-payout-size - Font size of payouts.
 * @cssprop --hasoffers-button-background - Background of tracking links and of the current page number.
 * @cssprop --hasoffers-button-text - Text on them.
 * @cssprop --hasoffers-input-background - Background of form controls.
 * @cssprop --hasoffers-badge-background - Background of badges.
 * @cssprop --hasoffers-badge-text - Text of badges.
 * @cssprop --hasoffers-positive - Dot or, on a phone, border of offers that you may promote.
 * @cssprop --hasoffers-pending - Dot or, on a phone, border of offers that need another step.
 * @cssprop --hasoffers-negative - Dot or, on a phone, border of offers that you may not promote.
 */
export const commonAttributes: { readonly [Name in keyof CommonAttributes]: Attribute<CommonAttributes[Name]> } = {
  endpoint: text,
  loading: oneOf('lazy', 'eager'),
  theme: oneOf('auto', 'light', 'dark'),
  currency: text,
  consent,
  hiddenWhen: tokens(['error', 'empty'], []),
};
