import { Component } from 'preact';
import type { Offer } from '../../shared/api/types.js';
import type { Look } from './look.js';
import { type Bound, bindTemplate, toValues } from './template.js';

interface TemplateOfferProps {
  readonly id: string;
  /** Without one the copy keeps the place, unseen. */
  readonly offer: Offer | undefined;
  readonly look: Look;
  readonly host: HTMLElement;
  readonly template: HTMLTemplateElement;
}

/**
 * One offer in the author's own look. Its nodes stand in the element's light DOM, so that the page's stylesheet reaches
 * them, and show through a slot.
 */
export class TemplateOffer extends Component<TemplateOfferProps> {
  #bound: Bound | undefined;

  get #slot(): string {
    return `offer-${this.props.id}`;
  }

  override componentDidMount(): void {
    const { host, template } = this.props;
    // A page that comes out of a framework's snapshot brings the nodes of its former life.
    for (const old of [...host.children]) if (old.slot === this.#slot) old.remove();
    this.#bound = bindTemplate(template, this.#slot);
    this.#write();
    host.append(this.#bound.content);
  }

  override componentDidUpdate(): void {
    this.#write();
  }

  override componentWillUnmount(): void {
    this.#bound?.remove();
  }

  override render() {
    const slot = <slot name={this.#slot} />;
    return this.props.offer ? slot : <div class="ghost">{slot}</div>;
  }

  #write(): void {
    const { offer, look } = this.props;
    this.#bound?.write(offer && toValues(offer, look), look.target);
  }
}
