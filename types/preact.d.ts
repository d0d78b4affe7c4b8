/** `import 'hasoffers-widgets/preact'`: the elements, and their types for JSX in Preact. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { Attributes, Listeners, Properties, Widgets } from './elements.js';

export type * from './elements.js';

type Props<Tag extends keyof Widgets> = Attributes<Tag> &
  Properties<Tag> &
  Listeners<Tag> &
  ClassAttributes<Widgets[Tag]['element']> &
  Omit<HTMLAttributes<Widgets[Tag]['element']>, keyof Attributes<Tag> | keyof Properties<Tag>>;

type Elements = { [Tag in keyof Widgets]: Props<Tag> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
