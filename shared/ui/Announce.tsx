import { Component } from 'preact';

interface AnnounceProps {
  /** What screen readers are told when it becomes something else; the first one is left to the page itself. */
  readonly text: string | undefined;
  readonly announce: (sentence: string) => void;
}

/** Draws nothing. */
export class Announce extends Component<AnnounceProps> {
  override componentDidUpdate({ text: before }: AnnounceProps): void {
    const { text, announce } = this.props;
    if (before && text && before !== text) announce(text);
  }

  override render() {
    return null;
  }
}
