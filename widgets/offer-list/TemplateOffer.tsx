import { Component } from 'preact';
import type { Offer } from '../../shared/api/types.js';
import type { Look } from './look.js';
import { toValues, writeOffer } from './template.js';

interface TemplateOfferProps {
  readonly slot: string;
  /** Without one the copy keeps the place, unseen. */
  readonly offer: Offer | undefined;
  readonly look: Look;
  readonly template: HTMLTemplateElement;
}

/**
 * One offer in the author's own look. Its nodes stand in the element's light DOM, so that the page's stylesheet reaches
 * them, and show through a slot.
 */
export class TemplateOffer extends Component<TemplateOfferProps> {
  /** The copy's elements, and what keeps the place of one that is left out. */
  #nodes: (readonly [HTMLElement, Comment])[] = [];

  override componentDidMount(): void {
    const { look, slot, template } = this.props;
    // A page that comes out of a framework's snapshot brings the nodes of its former life.
    for (const old of [...look.host.children]) if (old.slot === slot) old.remove();
    const content = document.importNode(template.content, true);
    content.replaceChildren(...content.children);
    for (const child of content.children) child.slot = slot;
    this.#nodes = [...content.querySelectorAll<HTMLElement>('*')].map((node) => [node, new Comment()]);
    this.componentDidUpdate();
    look.host.append(content);
  }

  override componentDidUpdate(): void {
    const { offer, look } = this.props;
    writeOffer(this.#nodes, offer && toValues(offer, look), look.target);
  }

  override componentWillUnmount(): void {
    for (const node of this.#nodes.flat()) node.remove();
  }

  override render() {
    const slot = <slot name={this.props.slot} />;
    return this.props.offer ? slot : <div class="ghost">{slot}</div>;
  }
}
