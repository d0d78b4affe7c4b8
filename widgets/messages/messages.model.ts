import { computed } from '@preact/signals';
import { getAlerts } from '../../shared/api/alerts.js';
import type { ModelContext } from '../../shared/element/widget.js';
import { createResource, type Resource } from '../../shared/resource.js';
import type { MessageList, MessagesAttributes } from './messages.types.js';

/** Loads all messages in one call; which of them are shown takes none. */
export function createMessagesModel({
  attributes,
  client,
}: Pick<ModelContext<MessagesAttributes>, 'attributes' | 'client'>): Resource<MessageList> {
  const request = getAlerts();
  const all = createResource({
    client,
    query: () => request,
    load: (query, currentClient, signal) => currentClient.send(query, { signal }),
    isEmpty: ({ length }) => length === 0,
  });
  const limit = computed(() => attributes.value.limit);
  const since = computed(() => attributes.value.since);

  const state = computed(() => {
    const { data, status, ...rest } = all.state.value;
    if (!data) return { ...rest, status };
    // Where the day begins for the visitor, whose clock the times of the messages follow.
    const start = since.value === null ? 0 : Date.parse(`${since.value}T00:00`);
    const recent = data.filter(({ time }) => time === null || time >= start);
    const shown: MessageList = { count: recent.length, messages: recent.slice(0, limit.value) };
    return { ...rest, status: status === 'ready' && !shown.count ? ('empty' as const) : status, data: shown };
  });

  return { ...all, state };
}
