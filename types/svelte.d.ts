/** `import 'hasoffers-widgets/svelte'`: the elements, and their types for the markup of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';
import type { Attributes, Listeners, Properties, Widgets } from './elements.js';

export type * from './elements.js';

type Props<Tag extends keyof Widgets> = Attributes<Tag> &
  Properties<Tag> &
  Listeners<Tag> &
  Omit<HTMLAttributes<Widgets[Tag]['element']>, keyof Attributes<Tag> | keyof Properties<Tag>>;

type Elements = { [Tag in keyof Widgets]: Props<Tag> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
