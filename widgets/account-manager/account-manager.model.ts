import { getAccountManager } from '../../shared/api/account-manager.js';
import type { AccountManager } from '../../shared/api/types.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';

/** Loads the manager. That nobody is assigned is an answer, not an error. */
export function createAccountManagerModel({
  send,
}: Pick<ModelContext<object>, 'send'>): Resource<AccountManager | null> {
  const request = getAccountManager();
  return createResource({
    send,
    ask: () => request,
    load: (request, sendNow, signal) => sendNow(request, { signal }),
    isEmpty: (manager) => manager === null,
  });
}
