/** What every framework's page shows, and the commands that change it; the same for all of them. */
export interface State {
  readonly pageSize: number | undefined;
  readonly fields: readonly ('payout' | 'category')[] | undefined;
  readonly search: boolean | undefined;
  readonly affSub: string | null | undefined;
  /** Whether the list is there at all. */
  readonly shown: boolean;
  /** Whether there is another list, which gets all that by its properties. */
  readonly byProperty: boolean;
  /** Ids of account managers, in this order. */
  readonly managers: readonly string[];
}

export interface App {
  readonly heard: readonly string[];
  set(change: Partial<State>): void;
  unmount(): void;
}

declare global {
  interface Window {
    app?: App;
    /** Set by the page itself, where it begins with something else. */
    begin?: Partial<State>;
  }
}

export const firstState: State = {
  pageSize: 3,
  fields: ['payout', 'category'],
  search: true,
  affSub: 'blog',
  shown: true,
  byProperty: false,
  managers: ['first', 'second'],
  ...(typeof window === 'undefined' ? {} : window.begin),
};

export const heard: string[] = [];

/** Hears an element's event, and keeps the visitor on the page. */
export function hear(event: CustomEvent<unknown>): void {
  event.preventDefault();
  heard.push(`${event.type} ${(event.currentTarget as Element).id}`);
}

/** `docs/frameworks.md`: what shows that the first load is over, however late one asks. */
export async function hearReady(list: HTMLElement & { readonly ready: Promise<void> }): Promise<void> {
  await customElements.whenDefined(list.localName);
  await list.ready;
  heard.push(`ready ${list.id}`);
}
