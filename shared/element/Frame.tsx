import type { ReadonlySignal } from '@preact/signals';
import { Component, type ComponentChildren } from 'preact';
import type { Resource, ResourceState } from '../resource.js';
import { directionOf } from './language.js';

interface FrameProps<Data> {
  readonly model: Resource<Data>;
  readonly language: ReadonlySignal<string>;
  readonly theme: ReadonlySignal<string>;
  readonly announcement: ReadonlySignal<string>;
  /** Called when what belongs to a state stands in the DOM. */
  readonly onShown: (state: ResourceState<Data>) => void;
  readonly onCrash: (cause: unknown) => void;
  readonly children: ComponentChildren;
}

/** What stands around every widget: the page's own header and footer, the busy region, and the live region outside it. */
export class Frame<Data> extends Component<FrameProps<Data>, { crashed?: boolean }> {
  // A bug in a view must end here, not in the host page.
  override componentDidCatch(cause: unknown): void {
    this.setState({ crashed: true });
    this.props.onCrash(cause);
  }

  override render({ model, language, theme, announcement, onShown, children }: FrameProps<Data>) {
    return (
      <div part="root" class="root" lang={language.value} dir={directionOf(language.value)} data-theme={theme.value}>
        <slot name="header" />
        <div class="content" tabIndex={-1} aria-busy={model.busy.value}>
          {this.state.crashed ? <slot name="error" /> : children}
        </div>
        <slot name="footer" />
        <p class="hidden" role="status">
          {announcement.value}
        </p>
        <Shown state={model.state.value} onShown={onShown} />
      </div>
    );
  }
}

/** Renders nothing; as the last child it is mounted and updated when all before it has been committed. */
class Shown<Data> extends Component<Pick<FrameProps<Data>, 'onShown'> & { readonly state: ResourceState<Data> }> {
  override componentDidMount(): void {
    this.props.onShown(this.props.state);
  }

  override componentDidUpdate(before: { readonly state: ResourceState<Data> }): void {
    if (before.state !== this.props.state) this.props.onShown(this.props.state);
  }

  override render() {
    return null;
  }
}
