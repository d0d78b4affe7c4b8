/** What an offer's links do when they are used. */
export interface Departures {
  /** A link is about to be used: make its address if it has none. Resolves to `null` if it cannot be had. */
  readonly prepare: (offerId: string) => Promise<string | null>;
  /** Tells the page; `false` when it wants the visitor to stay. */
  readonly mayLeave: (offerId: string, url: string) => boolean;
  /** There is no address to go to. */
  readonly fail: () => void;
}

/**
 * Listeners for the element around all links that carry `data-offer`, those of the page's own template included: one
 * place that decides about every way out, for mouse, middle button, keyboard and touch.
 */
export function toListeners({ prepare, mayLeave, fail }: Departures) {
  const leave = (event: MouseEvent | KeyboardEvent) => {
    const anchor = findLink(event);
    const id = anchor?.dataset.offer;
    if (!id || event.defaultPrevented) return;
    if (anchor.href) {
      if (!mayLeave(id, anchor.href)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const { button = 0, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const here = anchor.target === '_self' && !button && !ctrlKey && !metaKey && !shiftKey;
    // Opened now, while the browser knows that the visitor asked for it; a moment later it would be a popup.
    const tab = here ? window : window.open('', '_blank');
    if (tab && tab !== window) tab.opener = null;
    void prepare(id).then((url) => {
      if (url && mayLeave(id, url)) {
        (tab ?? window).location.assign(url);
        return;
      }
      if (tab !== window) tab?.close();
      if (!url) fail();
    });
  };
  const foresee = (event: Event) => {
    const anchor = findLink(event);
    if (anchor?.dataset.offer && !anchor.href) void prepare(anchor.dataset.offer);
  };
  return {
    onClick: leave,
    // The right button opens a menu, no page.
    onAuxClick: (event: MouseEvent) => event.button === 1 && leave(event),
    // An anchor without address is no link to the browser, which then makes no click of the Enter key.
    onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && !findLink(event)?.href && leave(event),
    // A finger that touches the screen is "over" first.
    onPointerOver: foresee,
    onFocusIn: foresee,
  };
}

const findLink = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-offer]') : null;
