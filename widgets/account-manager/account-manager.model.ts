import { getAccountManager } from '../../shared/api/account-manager.js';
import type { AccountManager } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';

/** Loads the manager. That nobody is assigned (`null`) is a result, not an error. */
export function createAccountManagerModel({
  client,
}: Pick<ModelContext<object>, 'client'>): Resource<AccountManager | null> {
  const request = getAccountManager();
  return createResource({
    client,
    query: () => request,
    load: (query, currentClient, signal) => currentClient.send(query, { signal }),
    isEmpty: (manager) => manager === null,
  });
}
