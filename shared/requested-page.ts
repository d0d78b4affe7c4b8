import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { ApiClient } from './api/request.js';

/** Which page of a list the visitor wants. */
export interface RequestedPage {
  /** 1-based. */
  readonly page: ReadonlySignal<number>;
  /** @param retry - Called where this page is the requested one already: it did not come, and what is shown is another. */
  goTo(page: number, retry: () => void): void;
}

/**
 * A page belongs to the list it was requested in: another list, or that of another client, begins at page 1 again.
 *
 * @param client - Reads signals.
 * @param listKey - Tells lists apart. Reads signals.
 */
export function createRequestedPage(client: () => ApiClient, listKey: () => string): RequestedPage {
  const currentKey = computed(listKey);
  const requested = signal<{ readonly client?: ApiClient; readonly listKey: string; readonly page: number }>({
    listKey: '',
    page: 1,
  });
  const page = computed(() => {
    const last = requested.value;
    return last.client === client() && last.listKey === currentKey.value ? last.page : 1;
  });
  return {
    page,
    goTo(next, retry) {
      const isRequested = page.peek() === next;
      requested.value = { client: untracked(client), listKey: currentKey.peek(), page: next };
      if (isRequested) retry();
    },
  };
}
