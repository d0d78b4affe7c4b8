/** What element tests take from the minified code instead of the sources; see vitest.config.ts. */
export * from '@preact/signals';
export { ApiError, errorCodes } from '../shared/api/errors.js';
export { defineWidget } from '../shared/element/define-widget.js';
export { accountManager } from './account-manager/account-manager.js';
export { conversions } from './conversions/conversions.js';
export { creatives } from './creatives/creatives.js';
export { messages } from './messages/messages.js';
export { offer } from './offer/offer.js';
export { offerList } from './offer-list/offer-list.js';
export { payments } from './payments/payments.js';
export { stats } from './stats/stats.js';
export { trackingLink } from './tracking-link/tracking-link.js';
