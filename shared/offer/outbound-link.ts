import { mayPromote } from '../api/offer-status.js';
import type { SubIds } from '../api/tracking-link.js';
import type { Offer } from '../api/types.js';

/** Where offers lead, and with what noted on their links. */
export interface LinkSettings {
  readonly destination: 'tracking' | 'preview' | 'none';
  readonly target: '_blank' | '_self';
  readonly subIds: SubIds;
  /** Text of the links, instead of the built-in one. */
  readonly label?: string | undefined;
}

/** Where one offer leads. */
export type OutboundLink =
  | { readonly status: 'ready'; readonly url: string }
  /** The link has to be requested from the network first. */
  | { readonly status: 'unresolved' }
  /** The network was asked and has no link. */
  | { readonly status: 'failed' }
  | { readonly status: 'none' };

/**
 * @param resolvedLink - The requested tracking link: `null` = the network has none, `undefined` = not requested.
 */
export function outboundLink(
  offer: Offer,
  { destination, subIds }: LinkSettings,
  resolvedLink: string | null | undefined,
): OutboundLink {
  if (destination === 'none') return { status: 'none' };
  if (destination === 'preview') {
    return offer.previewUrl ? { status: 'ready', url: offer.previewUrl } : { status: 'none' };
  }
  if (!mayPromote(offer)) return { status: 'none' };
  const trackingLink = offer.trackingLink ?? resolvedLink;
  if (trackingLink) return { status: 'ready', url: withSubIds(trackingLink, subIds) };
  return { status: resolvedLink === null ? 'failed' : 'unresolved' };
}

/**
 * Notes sub-ids on a link, each exactly once. Nothing else of the link changes, byte for byte: networks sign links, and
 * count a changed escape as another link.
 */
export function withSubIds(url: string, subIds: SubIds): string {
  const given = Object.entries(subIds).flatMap(([name, value]) => (value ? [{ name, value }] : []));
  if (!given.length) return url;
  const [, base = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  let parameters = query ? query.split('&') : [];
  for (const { name, value } of given) {
    const parameter = new URLSearchParams({ [name]: value }).toString();
    const isNamed = (each: string) => nameOf(each) === name;
    const index = parameters.findIndex(isNamed);
    parameters = parameters.filter((each, at) => at === index || !isNamed(each));
    if (index < 0) parameters.push(parameter);
    else parameters[index] = parameter;
  }
  return base + (parameters.length ? `?${parameters.join('&')}` : query === undefined ? '' : '?') + fragment;
}

/** The name of a parameter as a server reads it. */
const nameOf = (parameter: string): string => [...new URLSearchParams(parameter).keys()][0] ?? '';
