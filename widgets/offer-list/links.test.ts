import { describe, expect, it } from 'vitest';
import type { Offer, OfferStatus } from '../../shared/api/types.js';
import { createHref } from './links.js';

const tracking = { link: 'tracking' } as const;
const toHref = createHref(tracking);

describe('sub-ids', () => {
  it.each([
    ['https://go.example/aff_c?offer_id=1', { affSub: 'home' }, 'https://go.example/aff_c?offer_id=1&aff_sub=home'],
    ['https://go.example/aff_c?offer_id=1#top', { affSource: 'a' }, 'https://go.example/aff_c?offer_id=1&source=a#top'],
    ['https://go.example/SHk', { affSub2: 'a b&c=d/é' }, 'https://go.example/SHk?aff_sub2=a+b%26c%3Dd%2F%C3%A9'],
    ['https://go.example/?aff_sub=old&x=1', { affSub: 'new' }, 'https://go.example/?aff_sub=new&x=1'],
    ['https://go.example/?aff_sub=a&aff_sub=b', { affSub: 'new' }, 'https://go.example/?aff_sub=new'],
    [
      'https://go.example/?url=https%3A%2F%2Fx.example%2F%3Fq%3D1',
      {},
      'https://go.example/?url=https%3A%2F%2Fx.example%2F%3Fq%3D1',
    ],
    ['https://go.example/?aff_sub=own', { affSub: null, affSource: '' }, 'https://go.example/?aff_sub=own'],
  ])('%s with %j is %s', (link, subIds, expected) => {
    const note = (trackingLink: string) =>
      `${createHref({ ...tracking, ...subIds })({ id: '1', status: 'open', trackingLink } as Offer, {})}`;
    expect(note(link)).toBe(expected);
    // Once is once, however often it is done.
    expect(note(note(link))).toBe(expected);
  });
});

describe('an offer', () => {
  const offer = (status: OfferStatus, trackingLink: string | null | undefined) =>
    ({ id: '1', status, trackingLink }) as Offer;
  const made = { 1: 'https://go.example/made' };

  it.each(['pending', 'rejected', 'apply', 'terms', 'expired'] as const)(
    'that is %s has no tracking link, even if one came',
    (status) => {
      expect(toHref(offer(status, 'https://go.example/'), made)).toBeNull();
    },
  );

  it.each(['open', 'approved'] as const)(
    'that is %s has its own link, or the one made for it, or one yet to be made',
    (status) => {
      expect(toHref(offer(status, 'https://go.example/'), made)).toBe('https://go.example/');
      expect(toHref(offer(status, undefined), made)).toBe('https://go.example/made');
      expect(toHref(offer(status, null), {})).toBe('');
    },
  );
});
