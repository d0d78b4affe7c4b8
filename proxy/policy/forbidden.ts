/**
 * Methods that no page may ever call, whatever HASOFFERS_ALLOW says: they write, return secrets or login URLs,
 * or show other people's data and bank details. HasOffers does not enforce HTTP verbs (recorded: it creates and updates
 * by GET), so only the name distinguishes them. `Target::*` stands for every method of a target.
 */
export const forbidden: ReadonlySet<string> = new Set([
  'Affiliate_ApiKey::*',
  'Affiliate_AffiliateUser::*',
  'Affiliate_Authentication::*',
  'Affiliate_DownloadReport::*',
  'Affiliate_Notification::*',
  'Affiliate_NotificationCenter::*',
  'Affiliate_OfferPixel::*',
  'Affiliate_RingRevenue::*',
  'Affiliate_SavedReports::*',
  'Affiliate_UserPreferences::*',
  'Affiliate_Affiliate::getPayoneerSignupUrl',
  'Affiliate_AffiliateBilling::findReceiptById',
  'Affiliate_Offer::getPixels',
  'Affiliate_OfferFile::getCreativeCode',
  'Affiliate_Report::getAffiliateReferrals',
]);

/** Verbs that begin the names of writing methods, in the documented API and most likely in future ones. */
export const writers =
  /^(?:accept|add|approve|assign|block|clear|create|delete|disable|dismiss|enable|generate|import|invalidate|regenerate|remove|replace|request|reset|save|send|set|sign|simulate|subscribe|unsubscribe|update|upload)(?=[A-Z]|$)/;

export function isForbidden(methodId: string): boolean {
  const [target = '', method = ''] = methodId.split('::');
  return forbidden.has(methodId) || forbidden.has(`${target}::*`) || writers.test(method);
}
