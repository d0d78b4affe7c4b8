import type { Look } from './look.js';

/**
 * Listeners for the element around all links that carry `data-offer`, those of the page's own template included: one
 * place that decides about every way out, for mouse, middle button, keyboard and touch.
 */
export function toListeners({ model, emit, announce, t, hrefOf }: Look) {
  const listen = (event: Event) => {
    const { type, button, key, ctrlKey, metaKey, shiftKey } = event as MouseEvent & KeyboardEvent;
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('a[data-offer]');
    const offer = model.state.peek().data?.offers.find(({ id }) => id === anchor?.dataset.offer);
    if (!anchor || !offer || event.defaultPrevented) return;
    const mayLeave = (url: string) => emit('hasoffers-offer-click', { offer, url });
    // The right button opens a menu, no page.
    const clicked = /click/.test(type) && button < 2;
    if (anchor.href) {
      if (clicked && !mayLeave(anchor.href)) event.preventDefault();
      return;
    }
    const making = model.links.make(offer);
    // An anchor without address is no link to the browser, which then makes no click of the Enter key.
    if (!clicked && key !== 'Enter') return;
    event.preventDefault();
    // Opened now, while the browser knows that the visitor asked for it; a moment later it would be a popup.
    const tab =
      anchor.target === '_self' && !(button || ctrlKey || metaKey || shiftKey) ? null : window.open('', '_blank');
    if (tab) tab.opener = null;
    void making.then(() => {
      const url = hrefOf(offer);
      if (url && mayLeave(url)) {
        (tab ?? window).location.assign(url);
        return;
      }
      tab?.close();
      if (!url) announce(t.errorTemporary);
    });
  };
  return {
    onClick: listen,
    onAuxClick: listen,
    onKeyDown: listen,
    // What is about to be used: a finger that touches the screen is "over" first.
    onPointerOver: listen,
    onFocusIn: listen,
  };
}
