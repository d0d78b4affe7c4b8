import type { AccountMessage } from '../shared/api/alerts.js';
import type { Conversion } from '../shared/api/conversions.js';
import type { Creative } from '../shared/api/creatives.js';
import type { ErrorCode } from '../shared/api/errors.js';
import type { LinkParams } from '../shared/api/tracking-link.js';
import type { AccountManager, Offer } from '../shared/api/types.js';
import type { OfferClick, OfferView } from '../shared/offer/offer-events.js';
import type { HasOffersWidgets } from '../shared/page/register.js';
import type { RangeChange } from '../shared/report/period.js';
import type { Contact } from '../widgets/account-manager/account-manager.types.js';
import type { ConversionActivation, ConversionsData } from '../widgets/conversions/conversions.types.js';
import type { CreativeCopy, CreativeList } from '../widgets/creatives/creatives.types.js';
import type { MessageList, MessageOpening } from '../widgets/messages/messages.types.js';
import type { OfferList } from '../widgets/offer-list/offer-list.types.js';
import type { PaymentsData } from '../widgets/payments/payments.types.js';
import type { RowActivation, StatsData } from '../widgets/stats/stats.types.js';
import type { LinkCopy, LinkOffers, TrackingLink } from '../widgets/tracking-link/tracking-link.types.js';

export type {
  AccountManager,
  AccountMessage,
  Contact,
  Conversion,
  ConversionActivation,
  ConversionsData,
  Creative,
  CreativeCopy,
  CreativeList,
  HasOffersWidgets,
  LinkCopy,
  LinkOffers,
  LinkParams,
  MessageList,
  MessageOpening,
  Offer,
  OfferClick,
  OfferList,
  OfferView,
  PaymentsData,
  RangeChange,
  RowActivation,
  StatsData,
  TrackingLink,
};

/** `detail` of `hasoffers-error`. */
export interface Failure {
  readonly code: ErrorCode;
  /** For the integrator. */
  readonly message: string;
  /** Whether loading again can help. */
  readonly retryable: boolean;
}

export interface AccountManagerEvents {
  'hasoffers-load': CustomEvent<AccountManager | null>;
  'hasoffers-error': CustomEvent<Failure>;
  /** Before a way to get in touch is used; cancelable. */
  'hasoffers-contact': CustomEvent<Contact>;
}

export interface OfferListEvents {
  'hasoffers-load': CustomEvent<OfferList>;
  'hasoffers-error': CustomEvent<Failure>;
  /** Before the visitor leaves; cancelable. */
  'hasoffers-offer-click': CustomEvent<OfferClick>;
  /** A visitor saw an offer: half of it was on screen for a second. */
  'hasoffers-offer-view': CustomEvent<OfferView>;
}

export interface OfferEvents extends Omit<OfferListEvents, 'hasoffers-load'> {
  'hasoffers-load': CustomEvent<Offer>;
}

export interface StatsEvents {
  'hasoffers-load': CustomEvent<StatsData>;
  'hasoffers-error': CustomEvent<Failure>;
  /** Before the visitor sees other days; cancelable. */
  'hasoffers-range': CustomEvent<RangeChange>;
  /** A row of the table of the best was activated; cancelable. */
  'hasoffers-row': CustomEvent<RowActivation>;
}

export interface TrackingLinkEvents {
  'hasoffers-load': CustomEvent<LinkOffers>;
  /** Loading has failed, or no link could be created. */
  'hasoffers-error': CustomEvent<Failure>;
  /** A new link is shown. */
  'hasoffers-link': CustomEvent<TrackingLink>;
  /** Before link, HTML or QR code are copied or saved; cancelable. */
  'hasoffers-copy': CustomEvent<LinkCopy>;
}

export interface CreativesEvents {
  'hasoffers-load': CustomEvent<CreativeList>;
  /** Loading has failed, or there is no link for a creative. */
  'hasoffers-error': CustomEvent<Failure>;
  /** Before the code of a creative is copied; cancelable. */
  'hasoffers-copy': CustomEvent<CreativeCopy>;
}

export interface PaymentsEvents {
  'hasoffers-load': CustomEvent<PaymentsData>;
  'hasoffers-error': CustomEvent<Failure>;
}

export interface ConversionsEvents {
  'hasoffers-load': CustomEvent<ConversionsData>;
  'hasoffers-error': CustomEvent<Failure>;
  /** Before the visitor sees other days; cancelable. */
  'hasoffers-range': CustomEvent<RangeChange>;
  /** A conversion was activated; cancelable. */
  'hasoffers-row': CustomEvent<ConversionActivation>;
}

export interface MessagesEvents {
  'hasoffers-load': CustomEvent<MessageList>;
  'hasoffers-error': CustomEvent<Failure>;
  /** Before a message is opened; cancelable. */
  'hasoffers-message': CustomEvent<MessageOpening>;
}
