import type { Account } from '../accounts.js';
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Fields } from '../query/entity.js';
import { answer } from '../wire/envelope.js';
import type { Context, Method } from './context.js';

/** The file under which the account manager's portrait is served. */
export const portraitPath = 'employees/mara-okafor.png';

/**
 * Flat, not nested under a model name; `false` without a manager.
 *
 * Invention: which of the nine fields a network fills in.
 */
export function managerOf({ account, mediaBase, networkId }: Context): Fields | false {
  if (account.manager === 'none') return false;
  const name = { id: '4', first_name: 'Mara', last_name: 'Okafor', title: 'Partner Manager' };
  if (account.manager === 'bare') return name;
  return {
    ...name,
    email: 'mara.okafor@network.example',
    phone: '+44 20 7946 0958',
    cell_phone: '+1 (212) 555-0147',
    aim: 'mara.okafor.network',
    photo: `${mediaBase}/media/brand/files/${networkId}/${portraitPath}`,
  };
}

/** The recorded member order and the deprecated members that still come along. */
export function affiliateFields(account: Account): Fields {
  const manager = account.manager === 'none' ? null : '4';
  return { ...modelRows.Affiliate, id: account.affiliateId, account_manager_id: manager };
}

export const getAccountManager: Method = (context) => answer(managerOf(context));

export const findAffiliateById: Method = ({ account }) => answer({ Affiliate: affiliateFields(account) });

/** Returns the secret, as the real one does: a leak test has something to catch. */
export const getUserApiKey: Method = ({ account }) => answer({ api_key: account.key, status: account.status });
