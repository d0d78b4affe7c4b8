import { type Configuration, createPage } from '../shared/config.js';
import { define } from '../shared/element/define.js';
import { accountManager } from './account-manager/account-manager.js';
import { offerList } from './offer-list/offer-list.js';

export type {
  AccountManager,
  AccountManagerElement,
  Contact,
  Failure,
  Offer,
  OfferClick,
  OfferList,
  OfferListElement,
} from '../types/elements.js';

/** What `window.HasOffersWidgets` holds. */
export interface HasOffersWidgets {
  readonly version: string;
  /** Settings for every element of the page; call it at any time, as often as needed. */
  configure(configuration: Configuration): void;
}

declare global {
  interface Window {
    HasOffersWidgets?: HasOffersWidgets;
  }
}

// A server that imports this has no window: nothing happens there.
if (typeof window !== 'undefined') start();

function start(): void {
  const version = __VERSION__;
  const first = window.HasOffersWidgets;
  if (first?.configure) {
    // Once for the page, however many tags there are: the first script's object remembers it.
    if (!Object.hasOwn(first, 'warned')) {
      Object.defineProperty(first, 'warned', { value: true });
      console.warn(`[hasoffers-widgets] ${version} is ignored, ${first.version} came first: keep one tag.`);
    }
    return;
  }
  const page = createPage();
  // What scripts before this one left: locale packs may come first.
  if (first) page.configure(first as Configuration);
  window.HasOffersWidgets = { version, configure: page.configure };
  define(accountManager, page);
  define(offerList, page);
}
