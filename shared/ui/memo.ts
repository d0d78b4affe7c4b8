import { Component, type ComponentChildren, type ComponentType } from 'preact';

/**
 * A component that renders again only when one of its props is another one, or when a signal or context that it reads
 * changes: a list may hold a thousand offers. As `memo` of `preact/compat`, whose other parts the scripts do not need; it
 * renders the view itself, so that each item is one component and not two.
 */
export function memo<Props extends object>(view: (props: Props) => ComponentChildren): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const names = Object.keys(next) as (keyof Props)[];
      return names.some((name) => next[name] !== this.props[name as keyof typeof this.props]);
    }

    override render(props: Props) {
      return view(props);
    }
  };
}
