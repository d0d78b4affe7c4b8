import { batch, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { ApiError } from './api/errors.js';
import type { Send } from './api/request.js';

/** What is known about something that is loaded. */
export interface ResourceState<Data> {
  readonly status: 'idle' | 'loading' | 'ready' | 'empty' | 'error';
  /** The answer; beside `loading` the one to the question before. */
  readonly data?: Data | undefined;
  /** Why there is no answer; beside `ready` and `empty`, why the data is old (stale). */
  readonly error?: ApiError | undefined;
}

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
  /** Like `ask`. */
  readonly send: () => Send;
  /** Reads the signals that decide what is loaded. Another question than before is loaded, the same one is not. */
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

  const run = async ({ signal }: AbortController): Promise<void> => {
    // A microtask later, so that several attributes set in one tick make one call.
    await Promise.resolve();
    if (signal.aborted || !question) return;
    let next: ResourceState<Data>;
    try {
      const data = await load(question.asked, question.send, signal);
      next = { status: isEmpty(data) ? 'empty' : 'ready', data };
    } catch (cause) {
      next = toFailure(cause);
    }
    if (signal.aborted) return;
    batch(() => {
      state.value = next;
      busy.value = false;
    });
  };

  const toFailure = (cause: unknown): ResourceState<Data> => {
    // Whatever a model lets escape becomes the one kind of error that views and pages know.
    const error =
      cause instanceof ApiError ? cause : new ApiError('invalid-response', 'The answer cannot be shown.', { cause });
    const { data } = state.peek();
    // Behind a wrong setting old data would hide the mistake from the page's author.
    if (data === undefined || error.code === 'config') return { status: 'error', error };
    return { status: isEmpty(data) ? 'empty' : 'ready', data, error };
  };

  const reload = (now = state.peek()): Promise<void> => {
    controller?.abort();
    controller = new AbortController();
    batch(() => {
      state.value = now;
      busy.value = true;
    });
    running = run(controller);
    return running;
  };

  return {
    state,
    busy,
    start() {
      unwatch ??= effect(() => {
        const next = { asked: ask(), send: send() };
        if (next.asked === question?.asked && next.send === question.send) return;
        question = next;
        untracked(() => reload({ status: 'loading', data: state.peek().data }));
      });
    },
    refresh() {
      if (!unwatch) return running;
      return reload(state.peek().status === 'error' ? { status: 'loading' } : undefined);
    },
    stop() {
      unwatch?.();
      unwatch = question = undefined;
      controller?.abort();
      busy.value = false;
    },
  };
}
