import type { LinkParams } from '../shared/api/tracking-link.js';
import type { AccountManager, Offer } from '../shared/api/types.js';
import type { CommonAttributes } from '../shared/element/common-attributes.js';
import type { OfferClick, OfferView } from '../shared/offer/offer-events.js';
import type { RangeChange } from '../shared/report/period.js';
import type { ResourceState } from '../shared/resource.js';
import type { AccountManagerAttributes, Contact } from '../widgets/account-manager/account-manager.types.js';
import type {
  ConversionActivation,
  ConversionsAttributes,
  ConversionsData,
} from '../widgets/conversions/conversions.types.js';
import type { CreativeCopy, CreativeList, CreativesAttributes } from '../widgets/creatives/creatives.types.js';
import type { MessageList, MessageOpening, MessagesAttributes } from '../widgets/messages/messages.types.js';
import type { SingleOfferAttributes } from '../widgets/offer/offer.types.js';
import type { OfferList, OfferListAttributes } from '../widgets/offer-list/offer-list.types.js';
import type { PaymentsAttributes, PaymentsData } from '../widgets/payments/payments.types.js';
import type { RowActivation, StatsAttributes, StatsData } from '../widgets/stats/stats.types.js';
import type {
  LinkCopy,
  LinkOffers,
  TrackingLink,
  TrackingLinkAttributes,
} from '../widgets/tracking-link/tracking-link.types.js';
import type {
  AccountManagerEvents,
  ConversionsEvents,
  CreativesEvents,
  Failure,
  MessagesEvents,
  OfferEvents,
  OfferListEvents,
  PaymentsEvents,
  StatsEvents,
  TrackingLinkEvents,
} from './events.js';

export type * from './events.js';

/** What an element has besides one property per attribute. */
interface WidgetMembers {
  /** `idle`, `loading`, `ready`, `empty` or `error`. */
  readonly state: ResourceState<unknown>['status'];
  /** Settles when the first load has ended, well or badly; never rejects. */
  readonly ready: Promise<void>;
  /** Loads again. What is shown stays until the new content is here. */
  refresh(): Promise<void>;
  /** The visitor agrees, for all elements of the page; see the attribute `consent`. */
  grantConsent(): void;
}

/** An element's attributes as its class has them: properties that can be set. */
type Settable<Attributes> = { -readonly [Name in keyof Attributes]: Attributes[Name] };

/** `addEventListener` that knows an element's own events. */
interface Listens<Element, Events> {
  addEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: Element, event: Events[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof Events>(
    type: Type,
    listener: (this: Element, event: Events[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

type Plain = Omit<HTMLElement, 'addEventListener' | 'removeEventListener'>;
type EventMap<Events> = Events & Omit<HTMLElementEventMap, keyof Events>;

/** `<hasoffers-account-manager>`. */
export interface AccountManagerElement
  extends Plain,
    Settable<CommonAttributes & AccountManagerAttributes>,
    WidgetMembers,
    Listens<AccountManagerElement, EventMap<AccountManagerEvents>> {}

/** `<hasoffers-offer>`. */
export interface OfferElement
  extends Plain,
    Settable<CommonAttributes & SingleOfferAttributes>,
    WidgetMembers,
    Listens<OfferElement, EventMap<OfferEvents>> {}

/** `<hasoffers-offer-list>`. */
export interface OfferListElement
  extends Plain,
    Settable<CommonAttributes & OfferListAttributes>,
    WidgetMembers,
    Listens<OfferListElement, EventMap<OfferListEvents>> {}

/** `<hasoffers-stats>`, in the portal script. */
export interface StatsElement
  extends Plain,
    Settable<CommonAttributes & StatsAttributes>,
    WidgetMembers,
    Listens<StatsElement, EventMap<StatsEvents>> {
  /** What is shown; `undefined` while there is nothing. */
  readonly data: StatsData | undefined;
}

/** `<hasoffers-tracking-link>`, in the portal script. */
export interface TrackingLinkElement
  extends Plain,
    Settable<CommonAttributes & TrackingLinkAttributes>,
    WidgetMembers,
    Listens<TrackingLinkElement, EventMap<TrackingLinkEvents>> {
  /** The link that is shown. */
  readonly link: TrackingLink | null;
  /** Creates the link with these values beside those of the fields, once the element has loaded; `null` where that fails. */
  createLink(params?: LinkParams): Promise<TrackingLink | null>;
}

/** `<hasoffers-creatives>`, in the portal script. */
export interface CreativesElement
  extends Plain,
    Settable<CommonAttributes & CreativesAttributes>,
    WidgetMembers,
    Listens<CreativesElement, EventMap<CreativesEvents>> {}

/** `<hasoffers-payments>`, in the portal script. */
export interface PaymentsElement
  extends Plain,
    Settable<CommonAttributes & PaymentsAttributes>,
    WidgetMembers,
    Listens<PaymentsElement, EventMap<PaymentsEvents>> {}

/** `<hasoffers-conversions>`, in the portal script. */
export interface ConversionsElement
  extends Plain,
    Settable<CommonAttributes & ConversionsAttributes>,
    WidgetMembers,
    Listens<ConversionsElement, EventMap<ConversionsEvents>> {
  /** What is shown; `undefined` while there is nothing. */
  readonly data: ConversionsData | undefined;
}

/** `<hasoffers-messages>`, in the portal script. */
export interface MessagesElement
  extends Plain,
    Settable<CommonAttributes & MessagesAttributes>,
    WidgetMembers,
    Listens<MessagesElement, EventMap<MessagesEvents>> {}

/** Everything a framework's types are made of, by tag. */
export interface Widgets {
  'hasoffers-account-manager': {
    element: AccountManagerElement;
    attributes: CommonAttributes & AccountManagerAttributes;
    events: AccountManagerEvents;
  };
  'hasoffers-offer': {
    element: OfferElement;
    attributes: CommonAttributes & SingleOfferAttributes;
    events: OfferEvents;
  };
  'hasoffers-offer-list': {
    element: OfferListElement;
    attributes: CommonAttributes & OfferListAttributes;
    events: OfferListEvents;
  };
  'hasoffers-stats': {
    element: StatsElement;
    attributes: CommonAttributes & StatsAttributes;
    events: StatsEvents;
  };
  'hasoffers-tracking-link': {
    element: TrackingLinkElement;
    attributes: CommonAttributes & TrackingLinkAttributes;
    events: TrackingLinkEvents;
  };
  'hasoffers-creatives': {
    element: CreativesElement;
    attributes: CommonAttributes & CreativesAttributes;
    events: CreativesEvents;
  };
  'hasoffers-payments': {
    element: PaymentsElement;
    attributes: CommonAttributes & PaymentsAttributes;
    events: PaymentsEvents;
  };
  'hasoffers-conversions': {
    element: ConversionsElement;
    attributes: CommonAttributes & ConversionsAttributes;
    events: ConversionsEvents;
  };
  'hasoffers-messages': {
    element: MessagesElement;
    attributes: CommonAttributes & MessagesAttributes;
    events: MessagesEvents;
  };
}

/** `pageSize` → `page-size`, `affSub2` → `aff-sub2`. */
type AttributeName<Property> = Property extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${AttributeName<Rest>}`
  : '';

/** What markup may give an attribute: what the property takes, and its text. Nothing takes the attribute away. */
type AttributeValue<Value> =
  | null
  | undefined
  | (Value extends readonly (infer Word)[]
      ? readonly Word[] | string
      : Value extends number
        ? number | `${number}`
        : Value extends boolean
          ? boolean | '' | 'true' | 'false'
          : Value);

/** The attributes of an element, by their names in HTML. */
export type Attributes<Tag extends keyof Widgets> = {
  [Name in keyof Widgets[Tag]['attributes'] as AttributeName<Name>]?: AttributeValue<Widgets[Tag]['attributes'][Name]>;
};

/** The properties of an element, by their names in JavaScript. */
export type Properties<Tag extends keyof Widgets> = {
  [Name in keyof Widgets[Tag]['attributes']]?: AttributeValue<Widgets[Tag]['attributes'][Name]>;
};

/** Listeners as `onhasoffers-load`, which Preact, React 19 and Svelte take. */
export type Listeners<Tag extends keyof Widgets> = {
  [Type in keyof Widgets[Tag]['events'] & string as `on${Type}`]?:
    | ((event: Widgets[Tag]['events'][Type] & { readonly currentTarget: Widgets[Tag]['element'] }) => unknown)
    | null
    | undefined;
};

declare global {
  interface HTMLElementTagNameMap {
    'hasoffers-account-manager': AccountManagerElement;
    'hasoffers-offer': OfferElement;
    'hasoffers-offer-list': OfferListElement;
    'hasoffers-stats': StatsElement;
    'hasoffers-tracking-link': TrackingLinkElement;
    'hasoffers-creatives': CreativesElement;
    'hasoffers-payments': PaymentsElement;

    'hasoffers-conversions': ConversionsElement;
    'hasoffers-messages': MessagesElement;
  }

  /** The events bubble and leave shadow roots, so any element, the document and the window can hear them. */
  interface GlobalEventHandlersEventMap {
    'hasoffers-load': CustomEvent<
      | AccountManager
      | ConversionsData
      | CreativeList
      | LinkOffers
      | MessageList
      | Offer
      | OfferList
      | PaymentsData
      | StatsData
      | null
    >;
    'hasoffers-error': CustomEvent<Failure>;
    'hasoffers-contact': CustomEvent<Contact>;
    'hasoffers-range': CustomEvent<RangeChange>;
    'hasoffers-row': CustomEvent<RowActivation | ConversionActivation>;
    'hasoffers-link': CustomEvent<TrackingLink>;
    'hasoffers-copy': CustomEvent<LinkCopy | CreativeCopy>;
    'hasoffers-message': CustomEvent<MessageOpening>;
    'hasoffers-offer-click': CustomEvent<OfferClick>;
    'hasoffers-offer-view': CustomEvent<OfferView>;
  }
}
