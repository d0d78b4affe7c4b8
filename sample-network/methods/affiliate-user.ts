import type { Account } from '../accounts.js';
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Fields } from '../query/entity.js';
import { answer } from '../wire/envelope.js';
import { affiliateFields, managerOf } from './affiliate.js';
import type { Method } from './context.js';

function userFields(account: Account): Fields {
  const rights = ['Affiliate', 'Affiliate.stats', 'Affiliate.offer_management', 'Affiliate.API'];
  return {
    ...modelRows.AffiliateUser,
    id: account.userId,
    affiliate_id: account.affiliateId,
    access: account.mayReadStats ? rights : rights.filter((right) => right !== 'Affiliate.stats'),
  };
}

/**
 * Everything about the caller: the user id that messages are asked for with, and a great deal that is nobody's business.
 *
 * Invention: which members UserPreferences, BrandPreferences and Features have beyond those seen in use.
 */
export const getContext: Method = (context) =>
  answer({
    Affiliate: affiliateFields(context.account),
    AffiliateUser: userFields(context.account),
    UserPreferences: { language: 'en', timezone_id: '8' },
    BrandPreferences: {
      network_currency: 'USD',
      enable_affiliate_api: '1',
      enable_multiple_currency: context.account.currencies.length > 1 ? '1' : '0',
    },
    Features: [],
    AccountManager: managerOf(context) || undefined,
  });
