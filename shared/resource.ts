import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { ApiError } from './api/errors.js';
import type { ApiClient } from './api/request.js';

/** What is known about something that is loaded. */
export interface ResourceState<Data> {
  readonly status: 'idle' | 'loading' | 'ready' | 'empty' | 'error';
  /** What was loaded; beside `loading`, what the query before had found. */
  readonly data?: Data | undefined;
  /** When `data` came, in milliseconds since 1970. */
  readonly loadedAt?: number | undefined;
  /** Why there is no data; beside `ready` and `empty`, why the data is stale. */
  readonly error?: ApiError | undefined;
}

/** State and actions of one thing that is loaded and shown. */
export interface Resource<Data> {
  readonly state: ReadonlySignal<ResourceState<Data>>;
  /** A load is in progress, with or without something to show meanwhile. */
  readonly busy: ReadonlySignal<boolean>;
  /** Loads, and from then on again whenever the query or the client changes. Calling it twice changes nothing. */
  start(): void;
  /** Repeats the query; what is shown stays until the result is here. Settles with the load, never rejects. */
  refresh(): Promise<void>;
  /** Aborts the load in progress and stops watching; `start` resumes. */
  stop(): void;
}

export interface ResourceOptions<Query, Data> {
  /** Reads signals, like `query`. */
  readonly client: () => ApiClient;
  /**
   * What to load. Reads signals; loads when the result differs from the one before, compared as JSON: attributes that decide
   * the looks alone load nothing.
   */
  readonly query: () => Query;
  readonly load: (query: Query, client: ApiClient, signal: AbortSignal) => Promise<Data>;
  readonly isEmpty: (data: Data) => boolean;
  /**
   * Whether data may be shown while another query is loaded, and after it failed. Data of another client never is: it may
   * be of another account. @default always
   */
  readonly isShownMeanwhile?: (data: Data, query: Query) => boolean;
  /** @default Date.now */
  readonly now?: () => number;
}

/** Creates a {@link Resource}. Results that arrive out of order never win: a newer load aborts the one before. */
export function createResource<Query, Data>(options: ResourceOptions<Query, Data>): Resource<Data> {
  const { load, isEmpty, isShownMeanwhile = () => true, now = Date.now } = options;
  const state = signal<ResourceState<Data>>({ status: 'idle' });
  const busy = signal(false);
  let current: { readonly query: Query; readonly queryKey: string; readonly client: ApiClient } | undefined;
  /** Where the data came from. */
  let owner: ApiClient | undefined;
  let controller: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopWatching: (() => void) | undefined;

  const run = async ({ signal }: AbortController): Promise<void> => {
    // A microtask later, so that several attributes set in one tick make one request.
    await Promise.resolve();
    if (signal.aborted || !current) return;
    const { query, client } = current;
    let next: ResourceState<Data>;
    try {
      const data = await load(query, client, signal);
      next = { status: isEmpty(data) ? 'empty' : 'ready', data, loadedAt: now() };
    } catch (cause) {
      next = toErrorState(cause);
    }
    if (signal.aborted) return;
    if (!next.error) owner = client;
    batch(() => {
      state.value = next;
      busy.value = false;
    });
  };

  const toErrorState = (cause: unknown): ResourceState<Data> => {
    // Whatever a model lets escape becomes the one kind of error that views and pages know.
    const error =
      cause instanceof ApiError ? cause : new ApiError('invalid-response', 'The response cannot be shown.', { cause });
    const shown = state.peek();
    // Old data would hide a wrong setting from the integrator.
    if (shown.data === undefined || error.code === 'config') return { status: 'error', error };
    return { ...shown, status: isEmpty(shown.data) ? 'empty' : 'ready', error };
  };

  const reload = (meanwhile: ResourceState<Data>): Promise<void> => {
    controller?.abort();
    controller = new AbortController();
    batch(() => {
      state.value = meanwhile;
      busy.value = true;
    });
    running = run(controller);
    return running;
  };

  return {
    state,
    busy,
    start() {
      stopWatching ??= effect(() => {
        const query = options.query();
        const queryKey = JSON.stringify(query);
        const client = options.client();
        if (queryKey === current?.queryKey && client === current.client) return;
        current = { query, queryKey, client };
        const shown = state.peek();
        const isShown = shown.data !== undefined && owner === client && isShownMeanwhile(shown.data, query);
        untracked(() => reload({ ...(isShown && shown), status: 'loading', error: undefined }));
      });
    },
    refresh() {
      if (!stopWatching) return running;
      const meanwhile = state.peek();
      return reload(meanwhile.status === 'error' ? { status: 'loading' } : meanwhile);
    },
    stop() {
      stopWatching?.();
      stopWatching = undefined;
      current = undefined;
      controller?.abort();
      busy.value = false;
    },
  };
}
