import { accountManager } from '../../widgets/account-manager/account-manager.js';
import { record, text } from '../api/decode.js';
import { toRequest } from '../api/request.js';
import type { ViewProps, Widget } from '../element/widget.js';
import { register } from '../page/register.js';
import { createResource, type Resource } from '../resource.js';
import { Notice } from '../ui/Notice.js';
import { signedIn } from './signed-in.js';

/** For tests on whole pages: a script with a public element and with a signed-in one, which lists clicks by sub-id. */

const clicksBySubId = toRequest(
  'Report',
  'getStats',
  { fields: ['Stat.clicks', 'Stat.affiliate_info1'], groups: ['Stat.affiliate_info1'], limit: 100 },
  (data) =>
    Object.values(record(record(data).data)).map((row) => {
      const { affiliate_info1: subId, clicks } = record(record(row).Stat);
      return `${text(subId)}: ${text(clicks)}`;
    }),
);

function View({ model }: ViewProps<object, Resource<readonly string[]>>) {
  const { status, data, error, loadedAt } = model.state.value;
  return (
    <div>
      {error && <Notice error={error} staleSince={status === 'error' ? undefined : loadedAt} onRetry={model.refresh} />}
      <ul>
        {data?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

const clicks: Widget<object, readonly string[]> = {
  tag: 'hasoffers-test-clicks',
  styles: '',
  attributes: {},
  signedIn: signedIn(['stats']),
  createModel: ({ client }) =>
    createResource({
      client,
      query: () => clicksBySubId,
      load: (request, currentClient, signal) => currentClient.send(request, { signal }),
      isEmpty: (lines) => lines.length === 0,
    }),
  View,
};

register(accountManager, clicks);
