import { describe, expect, it } from 'vitest';
import type { Offer, OfferStatus } from '../api/types.js';
import { outboundLink, withSubIds } from './outbound-link.js';

describe('sub-ids', () => {
  it.each([
    ['https://go.example/aff_c?offer_id=1', { aff_sub: 'home' }, 'https://go.example/aff_c?offer_id=1&aff_sub=home'],
    ['https://go.example/aff_c?offer_id=1#top', { source: 'a' }, 'https://go.example/aff_c?offer_id=1&source=a#top'],
    ['https://go.example/SHk', { aff_sub2: 'a b&c=d/é' }, 'https://go.example/SHk?aff_sub2=a+b%26c%3Dd%2F%C3%A9'],
    ['https://go.example/?aff_sub=old&x=1', { aff_sub: 'new' }, 'https://go.example/?aff_sub=new&x=1'],
    ['https://go.example/?aff_sub=a&aff_sub=b', { aff_sub: 'new' }, 'https://go.example/?aff_sub=new'],
    [
      'https://go.example/?url=https%3A%2F%2Fx.example%2F%3Fq%3D1',
      {},
      'https://go.example/?url=https%3A%2F%2Fx.example%2F%3Fq%3D1',
    ],
    ['https://go.example/?aff_sub=own', { aff_sub: undefined, source: '' }, 'https://go.example/?aff_sub=own'],
    // Everything else stays as it is, byte for byte.
    ['https://go.example/?q=%7euser&r=a+b', { aff_sub: 'x' }, 'https://go.example/?q=%7euser&r=a+b&aff_sub=x'],
    ['https://go.example/?q=a%20b&r=%2F', { aff_sub: 'x' }, 'https://go.example/?q=a%20b&r=%2F&aff_sub=x'],
    ['https://go.example/?flag&x=', { aff_sub: 'x' }, 'https://go.example/?flag&x=&aff_sub=x'],
    ['https://go.example/?a=1&&b=2', { source: 's' }, 'https://go.example/?a=1&&b=2&source=s'],
    ["https://go.example/?q='(a|b)'", { source: 's' }, "https://go.example/?q='(a|b)'&source=s"],
    ['https://go.example/?%61ff_sub=old&y', { aff_sub: 'new' }, 'https://go.example/?aff_sub=new&y'],
    ['https://GO.example:443/a/../b?', { aff_sub: '' }, 'https://GO.example:443/a/../b?'],
    [
      'https://go.example/?aff_sub2=b#?aff_sub=c',
      { aff_sub: 'x' },
      'https://go.example/?aff_sub2=b&aff_sub=x#?aff_sub=c',
    ],
  ])('%s with %j is %s', (link, subIds, expected) => {
    expect(withSubIds(link, subIds)).toBe(expected);
    // Once is once, however often it is done.
    expect(withSubIds(withSubIds(link, subIds), subIds)).toBe(expected);
  });
});

describe('an offer', () => {
  const offer = (status: OfferStatus, trackingLink: string | null | undefined) =>
    ({ id: '1', status, trackingLink }) as Offer;
  const settings = { destination: 'tracking', target: '_blank', subIds: {} } as const;
  const made = 'https://go.example/made';

  it.each(['pending', 'rejected', 'apply', 'terms', 'expired'] as const)(
    'that is %s has no tracking link, even if one came',
    (status) => {
      expect(outboundLink(offer(status, 'https://go.example/'), settings, made)).toEqual({ status: 'none' });
    },
  );

  it.each(['open', 'approved'] as const)(
    'that is %s has its own link, or the one made for it, or one yet to be made',
    (status) => {
      const link = (own: string | null | undefined, resolved?: string | null) =>
        outboundLink(offer(status, own), settings, resolved);
      expect(link('https://go.example/', made)).toEqual({ status: 'ready', url: 'https://go.example/' });
      expect(link(undefined, made)).toEqual({ status: 'ready', url: made });
      expect(link(null)).toEqual({ status: 'unresolved' });
      expect(link(undefined, null)).toEqual({ status: 'failed' });
    },
  );
});
