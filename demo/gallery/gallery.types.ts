/** What a page of the gallery shows, and what a test may expect to find there. */
export interface GalleryState {
  /** The last part of its page's address: `/states/no-manager.html`. */
  readonly id: string;
  readonly title: string;
  /** HTML. */
  readonly about: string;
  /** The element's `state`. */
  readonly state: 'idle' | 'loading' | 'ready' | 'empty' | 'error';
  /** `code` of the `hasoffers-error` that comes with it; of several elements, in their order, with blanks between. */
  readonly code?: string;
  /** Also `:state(stale)`. */
  readonly stale?: true;
  /** A sentence or word that is to be read in the element. */
  readonly reads?: string;
  /** HTML: the elements, at an endpoint where it is so. */
  readonly markup: string;
  /** Something about the page as a whole is part of it: the gallery shows its page in a frame. Pixels. */
  readonly frame?: number;
  /** Begins as a skeleton and ends as a message: the gallery reserves the space. */
  readonly settles?: true;
}

export interface GalleryGroup {
  readonly id: string;
  readonly title: string;
  readonly states: readonly GalleryState[];
}
