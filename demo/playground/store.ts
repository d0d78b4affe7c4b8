import { type ReadonlySignal, signal } from '@preact/signals';
import { type Configuration, writeQuery } from './configuration.js';

/** The one configuration of the page, and how it changes. */
export interface Store {
  readonly configuration: ReadonlySignal<Configuration>;
  /**
   * @param edit - What is being edited: while that stays the same, the browser's history gets one entry, however many
   *   letters are typed or shades tried.
   */
  change(next: Partial<Configuration>, edit: string): void;
}

/** What the store needs of the browser. */
interface Place {
  read(): Configuration;
  write(query: string, how: 'push' | 'replace'): void;
  /** Calls when the visitor went back or forth. */
  watch(listener: () => void): void;
}

export function createStore(place: Place): Store {
  const configuration = signal(place.read());
  let edited: string | undefined;
  place.watch(() => {
    edited = undefined;
    configuration.value = place.read();
  });
  return {
    configuration,
    change(next, edit) {
      const before = writeQuery(configuration.peek());
      configuration.value = { ...configuration.peek(), ...next };
      const query = writeQuery(configuration.peek());
      if (query === before) return;
      place.write(query, edit === edited ? 'replace' : 'push');
      edited = edit;
    },
  };
}

/** The page's own address. */
export const createPlace = (read: (query: string) => Configuration): Place => ({
  read: () => read(location.search),
  write: (query, how) => history[`${how}State`](null, '', `?${query}`),
  watch: (listener) => addEventListener('popstate', listener),
});
