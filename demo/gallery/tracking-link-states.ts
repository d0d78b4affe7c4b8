import type { GalleryGroup } from './gallery.types.js';

const trackingLink = (attributes: string, endpoint = '', inner = '') =>
  `<hasoffers-tracking-link ${endpoint && `endpoint="/hasoffers/${endpoint}" `}${attributes}>${inner}</hasoffers-tracking-link>`;

/** The states of the link builder. It is public but for `signed-in`, where the token decides the sub-id. */
export const trackingLinkStates: GalleryGroup = {
  id: 'tracking-link',
  title: 'Tracking link',
  states: [
    {
      id: 'link-choice',
      title: 'Choice of an offer',
      about: 'A list up to 50 offers, above that a field to search them with.',
      state: 'ready',
      reads: 'Create link',
      markup: trackingLink('inputs="sub1 sub2 source"'),
    },
    {
      id: 'link-ready',
      title: 'A link with all actions',
      about:
        'Created by the page with <code>createLink()</code>. The QR code keeps its white border in the dark theme.',
      state: 'ready',
      reads: 'Copy link',
      markup: trackingLink(
        'offer="1010" aff-sub="member-42" data-then="create-link" actions="copy open qr html share"',
      ),
    },
    {
      id: 'link-locked',
      title: 'Locked sub-id',
      about: 'With <code>signed-in</code> the proxy sets what the token locks, and the field cannot be changed.',
      state: 'ready',
      reads: 'Create link',
      markup: trackingLink('offer="1010" signed-in', 'portal'),
    },
    {
      id: 'link-inputs',
      title: 'Every field',
      about: 'Sub-ids, source and a page of the shop.',
      state: 'ready',
      reads: 'Sub-ID 5',
      markup: trackingLink('offer="1010" inputs="sub1 sub2 sub3 sub4 sub5 source deep-link"'),
    },
    {
      id: 'link-loading',
      title: 'Loading offers',
      about: 'The form keeps its place. Here the response never comes.',
      state: 'loading',
      markup: trackingLink('data-waits', 'waiting'),
    },
    {
      id: 'link-empty',
      title: 'Nothing to choose from',
      about: 'A new account to which nothing is open yet.',
      state: 'empty',
      reads: 'No offers',
      settles: true,
      markup: trackingLink('', 'empty'),
    },
    {
      id: 'link-awkward',
      title: 'Long names and hostile data',
      about: 'A name of 150 letters without a blank, markup in names, Arabic and Hebrew. All of it is text.',
      state: 'ready',
      reads: 'Donaudampfschifffahrt',
      markup: [trackingLink('', 'awkward'), trackingLink('offer="1306"', 'awkward')].join('\n'),
    },
    {
      id: 'link-pending',
      title: 'Not approved yet',
      about: 'There is no form where there cannot be a link; the reason is said.',
      state: 'ready',
      reads: 'no link for this offer yet',
      markup: trackingLink('offer="1200"'),
    },
    {
      id: 'link-stale',
      title: 'Offers that are old',
      about: 'Loading again failed. The choice stays, and says since when it is old.',
      state: 'ready',
      stale: true,
      code: 'upstream',
      reads: 'out of date',
      markup: trackingLink('data-then="/hasoffers/broken"'),
    },
    {
      id: 'link-failed',
      title: 'Offers that do not load',
      about: 'The network is down. A retry can help, so there is a button.',
      state: 'error',
      code: 'upstream',
      reads: 'Try again',
      settles: true,
      markup: trackingLink('', 'broken'),
    },
    {
      id: 'link-unknown',
      title: 'No such offer',
      about: 'The id of an offer that is not there, or not for this account.',
      state: 'error',
      code: 'not-found',
      reads: 'not available',
      settles: true,
      markup: trackingLink('offer="9999999"'),
    },
    {
      id: 'link-signed-out',
      title: 'Signed out',
      about: 'With <code>signed-in</code>, when nobody is.',
      state: 'error',
      code: 'signed-out',
      reads: 'sign in',
      settles: true,
      markup: trackingLink('signed-in', 'signed-out'),
    },
  ],
};
