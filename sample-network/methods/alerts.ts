import type { Account } from '../accounts.js';
import alertRows from '../data/alerts.json' with { type: 'json' };
import modelRows from '../data/model-rows.json' with { type: 'json' };
import type { Entity, Model } from '../query/entity.js';
import { find } from '../query/find.js';
import { readRequired, readText } from '../query/params.js';
import { answer } from '../wire/envelope.js';
import type { Method } from './context.js';

const model: Model = {
  name: 'Alert',
  fields: Object.keys(modelRows.Alert),
  relations: new Map(),
  searched: ['title'],
};

const hourMs = 3_600_000;
const manyAlerts = 300;

/** Seen in use: a map by id that is never paged and has no order; `Alert.datetime` is in UTC, unlike reports. */
export const getAffiliateUserAlerts: Method = (context, params) => {
  const user = readRequired(params, 'affiliate_user_id');
  const dismissed = readText(params, 'is_dismissed');
  // Invention: another user's messages are none.
  const rows = user === context.account.userId ? alertsOf(context.account) : [];
  const entities = rows
    .filter((row) => dismissed === undefined || (row.dismissed ?? false) === (dismissed === '1'))
    .map(({ id, hoursAgo, dismissed: isDismissed, ...texts }): Entity => {
      const datetime = new Date(context.now - hoursAgo * hourMs).toISOString().slice(0, 19).replace('T', ' ');
      const row = { id: `9${id}`, alert_id: id, affiliate_user_id: user, is_dismissed: isDismissed ? '1' : '0' };
      return {
        key: id,
        fields: { ...modelRows.Alert, ...texts, id, date: datetime.slice(0, 10), datetime },
        always: ['AffiliateUserAlert'],
        related: (relation) => (relation === 'AffiliateUserAlert' ? { kind: 'one', row } : undefined),
      };
    });
  return answer(find(entities, model, params, { alwaysUnpaged: true }));
};

interface AlertRow {
  readonly id: string;
  readonly hoursAgo: number;
  readonly title: string;
  readonly description?: string;
  readonly content: string;
  readonly type_code: string;
  readonly dismissed?: boolean;
}

function alertsOf(account: Account): readonly AlertRow[] {
  if (account.offers === 'none') return [];
  const rows: readonly AlertRow[] = alertRows;
  if (account.offers === 'all') return rows;
  return Array.from({ length: manyAlerts }, (_, index) => {
    const row = rows[index % rows.length];
    if (!row) throw new Error('There are no alerts.');
    return { ...row, id: String(1_000 + index), hoursAgo: 5 * (manyAlerts - index), dismissed: false };
  });
}
