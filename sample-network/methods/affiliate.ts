import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Entity, Model } from '../query/entity.js';
import { find } from '../query/find.js';
import { readRequired } from '../query/params.js';
import { answer } from '../wire/envelope.js';
import type { Method } from './context.js';

/** The file under which the account manager's portrait is served. */
export const portraitPath = 'employees/mara-okafor.png';

/**
 * Flat, not nested under a model name.
 *
 * Invention: which of the nine fields a network fills in.
 */
export const getAccountManager: Method = ({ account, mediaBase, networkId }) => {
  if (account.manager === 'none') return answer(false);
  const name = { id: '4', first_name: 'Mara', last_name: 'Okafor', title: 'Partner Manager' };
  if (account.manager === 'bare') return answer(name);
  return answer({
    ...name,
    email: 'mara.okafor@network.example',
    phone: '+44 20 7946 0958',
    cell_phone: '+1 (212) 555-0147',
    aim: 'mara.okafor.network',
    photo: `${mediaBase}/media/brand/files/${networkId}/${portraitPath}`,
  });
};

/** The recorded member order and the deprecated members that still come along. */
export const findAffiliateById: Method = ({ account }) =>
  answer({
    Affiliate: {
      ...modelRows.Affiliate,
      id: account.affiliateId,
      account_manager_id: account.manager === 'none' ? null : '4',
    },
  });

export const getAccountBalance: Method = ({ account }) =>
  answer({ affiliate_id: account.affiliateId, balance: account.offers === 'none' ? '0.00' : '1284.60' });

/** Returns the secret, as the real one does: a leak test has something to catch. */
export const getUserApiKey: Method = ({ account }) => answer({ api_key: account.key, status: account.status });

const alertModel: Model = {
  name: 'Alert',
  fields: Object.keys(modelRows.Alert),
  relations: new Map(),
  searched: ['title'],
};

const alerts = [
  ['812', 'Fern & Clay: new spring creatives', '<p>Four new banners are in the creative tab.</p>', '100'],
  ['809', 'Application approved', '<p>You may now promote <b>Maestro Loft</b>.</p>', '601'],
  ['795', 'Payments on 15 July', '<p>Bank holiday: payments leave one day earlier.</p>', '100'],
] as const;

export const getAffiliateUserAlerts: Method = ({ account }, params) => {
  const user = readRequired(params, 'affiliate_user_id');
  const entities = alerts.map(
    ([id, title, content, type_code]): Entity => ({
      key: id,
      fields: { ...modelRows.Alert, id, title, content, type_code },
      always: ['AffiliateUserAlert'],
      related: (relation) =>
        relation === 'AffiliateUserAlert'
          ? { kind: 'one', row: { id: `9${id}`, alert_id: id, affiliate_user_id: user, is_dismissed: '0' } }
          : undefined,
    }),
  );
  return answer(find(account.offers === 'none' ? [] : entities, alertModel, params));
};
