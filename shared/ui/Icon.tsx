const paths = {
  email: 'M3 6h18v12H3zl9 7 9-7',
  phone: 'M4 4h5l2 5-3 2 5 5 2-3 5 2v5Q4 20 4 4',
  'cell-phone': 'M7 2h10v20H7zm4 16h2',
  chat: 'M4 4h16v12H10l-5 4v-4H4z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  search: 'M10 4a6 6 0 1 0 .1 0zm5 11 5 5',
  down: 'm7 10 5 5 5-5',
  leave: 'M7 17 17 7M8 7h9v9',
  previous: 'm15 5-7 7 7 7',
  next: 'm9 5 7 7-7 7',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing in the text's colour and size; says nothing to screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
