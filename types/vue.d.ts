/** `import 'hasoffers-widgets/vue'`: the elements, and their types for Vue's templates. */
import type { HTMLAttributes, ReservedProps } from 'vue';
import type { Attributes, Properties, Widgets } from './elements.js';

export type * from './elements.js';

/** `hasoffers-load` → `onHasoffersLoad`, as Vue calls a listener inside. */
type ListenerName<Type> = Type extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${ListenerName<Rest>}`
  : Capitalize<Type & string>;

type Listeners<Tag extends keyof Widgets> = {
  [Type in keyof Widgets[Tag]['events'] as `on${ListenerName<Type>}`]?:
    | ((event: Widgets[Tag]['events'][Type]) => unknown)
    | undefined;
};

type Props<Tag extends keyof Widgets> = Attributes<Tag> &
  Properties<Tag> &
  Listeners<Tag> &
  ReservedProps &
  Omit<HTMLAttributes, keyof Attributes<Tag> | keyof Properties<Tag>>;

type Elements = { [Tag in keyof Widgets]: new () => Widgets[Tag]['element'] & { $props: Props<Tag> } };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
