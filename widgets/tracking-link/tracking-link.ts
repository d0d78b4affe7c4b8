import { flag, integer, list, oneOf, text, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import { trackingLinkMessages } from '../../shared/i18n/tracking-link-messages.js';
import { subIdAttributes } from '../../shared/offer/sub-ids.js';
import { signedIn } from '../../shared/session/signed-in.js';
import { TrackingLinkView } from './TrackingLinkView.js';
import styles from './tracking-link.css?inline';
import { createTrackingLinkModel } from './tracking-link.model.js';
import {
  type LinkOffers,
  linkActions,
  linkInputs,
  type TrackingLinkAttributes,
  type TrackingLinkModel,
} from './tracking-link.types.js';

/**
 * Creates tracking links: the affiliate chooses an offer, writes sub-ids, and gets the network's own link, to copy, share or
 * scan.
 *
 * @attr offer - Id of the offer; without it the visitor chooses one.
 * @attr offers - Ids of the offers to choose from; without it those of `source`.
 * @attr source - Which offers there are to choose from: approved ones, `mine` (approved private ones, and those with own
 *   traffic), all, or the featured ones.
 * @attr inputs - Fields to show. `landing-page` needs `Affiliate_OfferUrl::findAll` in `HASOFFERS_ALLOW`, and a
 *   `deep-link` the hosts in `HASOFFERS_LINK_HOSTS`.
 * @attr aff-sub - First sub-id: what its field begins with, or fixed where that field is not shown.
 * @attr aff-sub2 - Second sub-id, likewise.
 * @attr aff-sub3 - Third sub-id, likewise.
 * @attr aff-sub4 - Fourth sub-id, likewise.
 * @attr aff-sub5 - Fifth sub-id, likewise.
 * @attr aff-source - The `source` of the link, likewise.
 * @attr actions - What can be done with the link. `share` is shown where the browser can.
 * @attr auto - Creates a link after each change, 600 ms later; without it only the button and the Enter key do.
 * @attr qr-size - Width of the QR code in CSS pixels, 96 to 512.
 * @attr signed-in - Sends the visitor's token, so that the proxy sets the sub-ids that the token locks.
 * @prop {TrackingLink | null} link - The link that is shown. Read-only.
 * @prop {(params?: LinkParams) => Promise<TrackingLink | null>} createLink - Method: creates the link with other values, by
 *   the API's names, once the element has loaded; `null` where none can be created.
 * @fires {LinkOffers} hasoffers-load - The offers are here.
 * @fires {TrackingLink} hasoffers-link - A new link is shown.
 * @fires {LinkCopy} hasoffers-copy - The link, its HTML or its QR code is about to be copied or saved; cancelable.
 * @part card - The whole.
 * @part thumbnail - Picture of the one offer.
 * @part name - Name of the one offer, or the title.
 * @part form - Form.
 * @part choice - What the visitor chooses the offer with.
 * @part choice-search - Field to search the offers with, where there are more than 50.
 * @part option - One of the offers found.
 * @part input - A field.
 * @part label - Its label.
 * @part hint - What is said beside it.
 * @part button - Button that creates the link.
 * @part output - Box with link and actions.
 * @part link - The link.
 * @part copy - Button that copies the link.
 * @part html - Button that copies the link as HTML, or that HTML.
 * @part share - Button that shares the link.
 * @part open - Leads where the link leads.
 * @part qr - QR code with its buttons.
 * @part qr-image - The QR code.
 * @part download - Button that saves the QR code.
 * @part note - Remark, such as why there is no link.
 * @part empty - Message when there is no offer.
 */
export const trackingLink = widget<TrackingLinkAttributes, LinkOffers, TrackingLinkModel>({
  tag: 'hasoffers-tracking-link',
  styles,
  messages: trackingLinkMessages,
  // The lock of a token counts, not what it is for.
  signedIn: signedIn((attributes) => (attributes.signedIn ? [] : null)),
  attributes: {
    offer: text,
    offers: list,
    source: oneOf('approved', 'mine', 'all', 'featured'),
    inputs: tokens(linkInputs, ['sub1']),
    ...subIdAttributes,
    actions: tokens(linkActions, ['copy', 'qr']),
    auto: flag,
    qrSize: integer({ min: 96, max: 512, default: 192 }),
    signedIn: flag,
  },
  properties: { link: (model) => model.link.peek(), createLink: (model) => model.createLink },
  createModel: createTrackingLinkModel,
  View: TrackingLinkView,
});
