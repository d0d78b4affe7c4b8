/** `import 'hasoffers-widgets/react'`: the elements, and their types for JSX in React 18.2.8 and later. */
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { Attributes, Listeners, Properties, Widgets } from './elements.js';

export type * from './elements.js';

/** React 18 hears no event of an element's own, and does not translate `className`. */
type ByVersion<Tag extends keyof Widgets> = 'use' extends keyof typeof import('react')
  ? Listeners<Tag> & { className?: string | undefined }
  : { [Name in keyof Listeners<Tag>]?: never };

type Props<Tag extends keyof Widgets> = Attributes<Tag> &
  Properties<Tag> &
  ByVersion<Tag> & { class?: string | undefined } & ClassAttributes<Widgets[Tag]['element']> &
  Omit<HTMLAttributes<Widgets[Tag]['element']>, 'className' | keyof Attributes<Tag> | keyof Properties<Tag>>;

type Elements = { [Tag in keyof Widgets]: Props<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
