import type { ReadonlySignal } from '@preact/signals';

export interface Announcement {
  /** Distinguishes a repeated message from the one that is there already. */
  readonly id: number;
  readonly message: string;
}

/** Read aloud by screen readers when it changes. Stands outside of what is `aria-busy`, where changes are held back. */
export const LiveRegion = ({ announcement }: { readonly announcement: ReadonlySignal<Announcement> }) => {
  const { id, message } = announcement.value;
  return (
    <p class="visually-hidden" role="status">
      <span key={id}>{message}</span>
    </p>
  );
};
