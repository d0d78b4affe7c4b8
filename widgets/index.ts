import { register } from '../shared/page/register.js';
import { accountManager } from './account-manager/account-manager.js';
import { offer } from './offer/offer.js';
import { offerList } from './offer-list/offer-list.js';

export type * from '../types/elements.js';

/** The public elements, which every visitor may see. */
register(accountManager, offerList, offer);
