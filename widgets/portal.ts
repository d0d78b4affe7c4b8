import { register } from '../shared/page/register.js';
import { accountManager } from './account-manager/account-manager.js';
import { conversions } from './conversions/conversions.js';
import { creatives } from './creatives/creatives.js';
import { messages } from './messages/messages.js';
import { offer } from './offer/offer.js';
import { offerList } from './offer-list/offer-list.js';
import { payments } from './payments/payments.js';
import { stats } from './stats/stats.js';
import { trackingLink } from './tracking-link/tracking-link.js';

export type * from '../types/elements.js';

/** Every element, for an affiliate's own application. */
register(accountManager, offerList, offer, stats, trackingLink, creatives, payments, conversions, messages);
