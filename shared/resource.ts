import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { ApiError } from './api/errors.js';
import type { Send } from './api/request.js';

/**
 * What is known about something that is loaded.
 *
 * `loading` with `data` shows the answer to the question before; `ready` or `empty` with `error` shows old data because
 * loading it again failed (stale).
 */
export type ResourceState<Data> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly data?: Data }
  | { readonly status: 'ready' | 'empty'; readonly data: Data; readonly error?: ApiError }
  | { readonly status: 'error'; readonly error: ApiError };

/** The state and the verbs of one thing that is loaded and shown. */
export interface Resource<Data> {
  readonly state: ReadonlySignal<ResourceState<Data>>;
  /** A load is under way, with or without something to show meanwhile. */
  readonly busy: ReadonlySignal<boolean>;
  /** Loads, and from then on whenever the question or the endpoint changes. Calling it again changes nothing. */
  start(): void;
  /** Asks the same question again; what is shown stays until the answer is here. Settles with the load, never rejects. */
  refresh(): Promise<void>;
  /** Ends what is under way and stops watching; `start` picks up again. */
  stop(): void;
}

export interface ResourceOptions<Question, Data> {
  readonly send: ReadonlySignal<Send>;
  /** Reads the signals that decide what is loaded: when one of them changes, the resource loads anew. */
  readonly ask: () => Question;
  readonly load: (question: Question, send: Send, signal: AbortSignal) => Promise<Data>;
  readonly isEmpty: (data: Data) => boolean;
}

/** Makes a {@link Resource}. Answers that arrive out of order never win: a newer load aborts the one before. */
export function createResource<Question, Data>(options: ResourceOptions<Question, Data>): Resource<Data> {
  const { send, ask, load, isEmpty } = options;
  const state = signal<ResourceState<Data>>({ status: 'idle' });
  const busy = signal(false);
  let question: { readonly asked: Question; readonly send: Send } | undefined;
  let controller: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let unwatch: (() => void) | undefined;

  const shownData = (): { data: Data } | undefined => {
    const now = state.peek();
    return 'data' in now ? { data: now.data as Data } : undefined;
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    // A microtask later, so that several attributes set in one tick make one call.
    await Promise.resolve();
    if (signal.aborted || !question) return;
    try {
      const data = await load(question.asked, question.send, signal);
      if (!signal.aborted) state.value = { status: isEmpty(data) ? 'empty' : 'ready', data };
    } catch (cause) {
      if (!signal.aborted) state.value = failed(toApiError(cause));
    } finally {
      if (!signal.aborted) busy.value = false;
    }
  };

  const failed = (error: ApiError): ResourceState<Data> => {
    const shown = shownData();
    // Behind a wrong setting old data would hide the mistake from the page's author.
    if (!shown || error.code === 'config') return { status: 'error', error };
    return { status: isEmpty(shown.data) ? 'empty' : 'ready', data: shown.data, error };
  };

  const reload = (): Promise<void> => {
    controller?.abort();
    controller = new AbortController();
    busy.value = true;
    running = run(controller.signal);
    return running;
  };

  return {
    state,
    busy,
    start() {
      unwatch ??= effect(() => {
        question = { asked: ask(), send: send.value };
        state.value = { status: 'loading', ...shownData() };
        void reload();
      });
    },
    refresh() {
      if (!unwatch) return running;
      if (state.peek().status === 'error') state.value = { status: 'loading' };
      return reload();
    },
    stop() {
      unwatch?.();
      unwatch = undefined;
      controller?.abort();
      busy.value = false;
    },
  };
}

/** Whatever a model lets escape becomes the one kind of error that views and pages know. */
function toApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  return new ApiError('invalid-response', 'The answer could not be shown.', { cause });
}
