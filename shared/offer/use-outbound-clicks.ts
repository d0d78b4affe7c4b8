import type { Offer } from '../api/types.js';
import { useWidget } from '../element/widget-context.js';
import type { LinkResolver } from './link-resolver.js';
import { type LinkSettings, outboundLink } from './outbound-link.js';

interface OutboundClickOptions {
  readonly findOffer: (id: string) => Offer | undefined;
  readonly links: LinkResolver;
  readonly settings: LinkSettings;
}

/** Event listeners for the node around all outbound links. */
export interface OutboundClickHandlers {
  readonly onClick: (event: MouseEvent) => void;
  readonly onAuxClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerOver: (event: Event) => void;
  readonly onFocusIn: (event: Event) => void;
}

const rightButton = 2;

/**
 * Handles every outbound click in one place, for mouse, middle button, keyboard and touch: notifies the page before the
 * visitor leaves, and gets the tracking link of an offer when it is about to be used.
 *
 * On the node around the links and not on each of them, because the page's own `<template>` has links as well: every
 * anchor with `data-offer` counts.
 */
export function useOutboundClicks({ findOffer, links, settings }: OutboundClickOptions): OutboundClickHandlers {
  const { emit, announce, messages } = useWidget();

  const readEvent = ({ target, defaultPrevented }: Event) => {
    const anchor = (target as Element).closest<HTMLAnchorElement>('a[data-offer]');
    const offer = anchor && findOffer(anchor.dataset.offer ?? '');
    return anchor && offer && !defaultPrevented ? { anchor, offer } : undefined;
  };

  const mayLeave = (offer: Offer, url: string) => emit('hasoffers-offer-click', { offer, url });

  /** Opens the tab for the visitor as soon as the link is known. */
  const followWhenResolved = async (offer: Offer, opensTab: boolean): Promise<void> => {
    // Opened during the visitor's click: a moment later the browser would block it as a popup.
    const tab = opensTab ? window.open('', '_blank') : null;
    if (tab) tab.opener = null;
    const outbound = outboundLink(offer, settings, await links.resolve(offer));
    if (outbound.status === 'ready' && mayLeave(offer, outbound.url)) {
      (tab ?? window).location.assign(outbound.url);
      return;
    }
    tab?.close();
    if (outbound.status !== 'ready') announce(messages.errorTemporary);
  };

  const onActivate = (event: MouseEvent): void => {
    const found = readEvent(event);
    // The right button opens a menu, no page.
    if (!found || event.button === rightButton) return;
    const { anchor, offer } = found;
    if (anchor.href) {
      if (!mayLeave(offer, anchor.href)) event.preventDefault();
      return;
    }
    event.preventDefault();
    const { button, ctrlKey, metaKey, shiftKey } = event;
    const wantsTab = button > 0 || ctrlKey || metaKey || shiftKey;
    void followWhenResolved(offer, wantsTab || anchor.target !== '_self');
  };

  /** An anchor without `href` is no link to the browser, which then makes no click of the Enter key. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const found = readEvent(event);
    if (!found || found.anchor.href || event.key !== 'Enter') return;
    event.preventDefault();
    void followWhenResolved(found.offer, found.anchor.target !== '_self');
  };

  /** What is about to be used; a finger that touches the screen is "over" first. */
  const onApproach = (event: Event): void => {
    const found = readEvent(event);
    if (!found || found.anchor.href) return;
    // A link that could not be had is tried again on a click, not with every move of the pointer.
    if (links.resolved.peek()[found.offer.id] === undefined) void links.resolve(found.offer);
  };

  return { onClick: onActivate, onAuxClick: onActivate, onKeyDown, onPointerOver: onApproach, onFocusIn: onApproach };
}
