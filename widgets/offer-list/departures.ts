import type { Offer } from '../../shared/api/types.js';
import type { ViewProps } from '../../shared/element/widget.js';
import { toLook } from './look.js';
import type { OfferListAttributes } from './offer-list.js';
import type { OfferListModel } from './offer-list.model.js';

/**
 * Listeners for the element around all links that carry `data-offer`, those of the page's own template included: one
 * place that decides about every way out, for mouse, middle button, keyboard and touch.
 */
export function toListeners(props: ViewProps<OfferListAttributes, OfferListModel>) {
  const { model, emit, announce, t } = props;
  const mayLeave = (offer: Offer, url: string): boolean => emit('hasoffers-offer-click', { offer, url });

  const find = ({ target }: Event): { anchor: HTMLAnchorElement; offer: Offer } | undefined => {
    const anchor = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-offer]') : null;
    const offer = model.state.peek().data?.offers.find(({ id }) => id === anchor?.dataset.offer);
    return anchor && offer ? { anchor, offer } : undefined;
  };

  const leave = (event: MouseEvent | KeyboardEvent) => {
    const { anchor, offer } = find(event) ?? {};
    if (!anchor || !offer || event.defaultPrevented) return;
    if (anchor.href) {
      if (!mayLeave(offer, anchor.href)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const { button = 0, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const here = anchor.target === '_self' && !button && !ctrlKey && !metaKey && !shiftKey;
    // Opened now, while the browser knows that the visitor asked for it; a moment later it would be a popup.
    const tab = here ? window : window.open('', '_blank');
    if (tab && tab !== window) tab.opener = null;
    void model.links.make(offer).then((link) => {
      const url = link && toLook(props).hrefOf(offer);
      if (url && mayLeave(offer, url)) {
        (tab ?? window).location.assign(url);
        return;
      }
      if (tab !== window) tab?.close();
      if (!url) announce(t.linkFailed);
    });
  };

  const foresee = (event: Event) => {
    const { anchor, offer } = find(event) ?? {};
    if (offer && !anchor?.href) void model.links.make(offer);
  };

  return {
    onClick: leave,
    // The right button opens a menu, no page.
    onAuxClick: (event: MouseEvent) => event.button === 1 && leave(event),
    // An anchor without address is no link to the browser, which then makes no click of the Enter key.
    onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && !find(event)?.anchor.href && leave(event),
    // A finger that touches the screen is "over" first.
    onPointerOver: foresee,
    onFocusIn: foresee,
  };
}
