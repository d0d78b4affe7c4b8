import type { GalleryGroup, GalleryState } from './gallery.types.js';
import { offerStates } from './offer-states.js';
import { statsStates } from './stats-states.js';
import { trackingLinkStates } from './tracking-link-states.js';

const manager = (attributes: string) => `<hasoffers-account-manager ${attributes}></hasoffers-account-manager>`;
const offers = (attributes: string, inner = '') =>
  `<hasoffers-offer-list ${attributes} layout="list" pagination="none">${inner}</hasoffers-offer-list>`;
/** The usual short list where something else than offers is to be seen. */
const oneOffer = (endpoint: string, inner?: string) =>
  offers(`endpoint="/hasoffers/${endpoint}" page-size="1" disclosure=""`, inner);
const errorState = (code: string, state: Omit<GalleryState, 'state' | 'code'>): GalleryState => ({
  ...state,
  state: 'error',
  code,
  settles: true,
});

/** Every state, in the order of the gallery. */
export const gallery: readonly GalleryGroup[] = [
  {
    id: 'usual',
    title: 'What visitors usually see',
    states: [
      {
        id: 'ready',
        title: 'Ready',
        about: 'The answer is here and holds something.',
        state: 'ready',
        reads: 'Mara Okafor',
        markup: `${manager('')}\n${offers('page-size="2"')}`,
      },
      {
        id: 'consent',
        title: 'Asks first',
        about:
          'With <code>consent="required"</code> nothing at all is asked for before the visitor agrees; one agreement is enough for the page.',
        state: 'idle',
        reads: 'Show it',
        settles: true,
        markup: manager('consent="required"'),
      },
      {
        id: 'loading',
        title: 'Loading',
        about: 'A skeleton as large as the content, so nothing moves. Here the response never comes.',
        state: 'loading',
        markup: `${manager('endpoint="/hasoffers/waiting" data-waits')}\n${offers('endpoint="/hasoffers/waiting" page-size="2" data-waits')}`,
      },
      {
        id: 'slow',
        title: 'Slow',
        about: 'The network takes a second and a half. The page below does not move when the offers arrive.',
        state: 'ready',
        reads: 'Fern & Clay',
        markup:
          '<hasoffers-offer-list endpoint="/hasoffers/slow" page-size="3" pagination="none"></hasoffers-offer-list>',
      },
      {
        id: 'no-manager',
        title: 'No manager',
        about: 'The network has not assigned anyone. That is no error.',
        state: 'empty',
        reads: 'No account manager',
        settles: true,
        markup: manager('endpoint="/hasoffers/no-manager"'),
      },
      {
        id: 'bare-manager',
        title: 'Only a name',
        about: 'A manager of whom the network tells no more than name and title: initials stand for the picture.',
        state: 'ready',
        markup: manager('endpoint="/hasoffers/bare-manager"'),
      },
      {
        id: 'empty',
        title: 'No offers',
        about: 'A new account to which nothing is open yet.',
        state: 'empty',
        reads: 'No offers',
        settles: true,
        markup: oneOffer('empty'),
      },
      {
        id: 'own-words',
        title: 'Own words',
        about: 'The same, said by the page itself with <code>slot="empty"</code>.',
        state: 'empty',
        settles: true,
        markup: oneOffer(
          'empty',
          '\n  <p slot="empty" class="own-empty">\n    Our new season starts soon. <a href="/states/own-words.html">Tell me when</a>\n  </p>\n',
        ),
      },
    ],
  },
  {
    id: 'data',
    title: 'Data as it really is',
    states: [
      {
        id: 'long-names',
        title: 'Long names',
        about: 'A name of 150 letters without a blank, a description of 4,000, sixty countries, a payout of a million.',
        state: 'ready',
        reads: 'Long Read Society',
        markup: offers('ids="1306, 1255, 1338"'),
      },
      {
        id: 'missing-pictures',
        title: 'Missing pictures',
        about: 'No picture, a relation that is null, a file that is gone, a host that does not answer: a letter each.',
        state: 'ready',
        reads: 'Partyfox',
        markup: offers('ids="1111, 1214, 1235, 1317"'),
      },
      {
        id: 'hostile',
        title: 'Hostile data',
        about:
          'Scripts in names, handlers in descriptions, <code>javascript:</code> addresses, broken tables. All of it is text.',
        state: 'ready',
        reads: '<strong>Escaped tags</strong>',
        markup: offers('ids="1235, 1225, 1245, 1265" fields="thumbnail description payout preview"'),
      },
      {
        id: 'scripts',
        title: 'Many scripts',
        about: 'Arabic, Hebrew, emoji and invisible characters, each in its own direction.',
        state: 'ready',
        markup: offers('ids="1019, 1214, 1111, 1317"'),
      },
      {
        id: 'many',
        title: '3,000 offers',
        about: 'The approved ones, which the API sends all at once. Search and sorting run in the page.',
        state: 'ready',
        reads: 'of 3,000',
        markup:
          '<hasoffers-offer-list endpoint="/hasoffers/many" source="approved" layout="list" page-size="3" search sortable></hasoffers-offer-list>',
      },
      {
        id: 'no-links',
        title: 'No links yet',
        about: 'This network hands out no tracking links with its offers, and fails to make one when a visitor asks.',
        state: 'ready',
        markup: offers('endpoint="/hasoffers/no-links" page-size="2"'),
      },
      {
        id: 'no-relations',
        title: 'Fewer rights',
        about:
          'The key may not read pictures, categories and countries along with offers. The list asks for them after.',
        state: 'ready',
        markup: offers('endpoint="/hasoffers/no-relations" page-size="2"'),
      },
      {
        id: 'stale',
        title: 'Out of date',
        about: 'Loading again failed. What was here stays, and says so.',
        state: 'ready',
        stale: true,
        code: 'upstream',
        reads: 'out of date',
        markup: manager('data-then="/hasoffers/broken"'),
      },
    ],
  },
  offerStates,
  statsStates,
  trackingLinkStates,
  {
    id: 'errors',
    title: 'When it fails',
    states: [
      errorState('config', {
        id: 'config',
        title: 'Wrong endpoint',
        about: 'A mistake in the page itself: this one points straight at HasOffers. It is refused before any call.',
        reads: 'not available',
        markup: manager('endpoint="https://sample.api.hasoffers.com/"'),
      }),
      errorState('offline', {
        id: 'offline',
        title: 'Offline',
        about: 'The visitor’s own connection is gone. It loads by itself when they are back.',
        reads: 'offline',
        frame: 140,
        markup: `${manager('endpoint="/hasoffers/unreachable"')}\n<script src="/states/offline.js" vite-ignore></script>`,
      }),
      errorState('network', {
        id: 'network',
        title: 'Unreachable',
        about: 'The proxy cuts the line, or its CORS headers forbid this page. Tried three times, then a button.',
        reads: 'Try again',
        markup: manager('endpoint="/hasoffers/unreachable"'),
      }),
      errorState('timeout', {
        id: 'timeout',
        title: 'Too late',
        about: 'The network did not answer while the proxy waited.',
        reads: 'Try again',
        markup: oneOffer('late'),
      }),
      errorState('rate-limit', {
        id: 'rate-limit',
        title: 'Rate limit',
        about: 'Too many calls. It passes by itself, so there is a button.',
        reads: 'busy',
        markup: oneOffer('busy'),
      }),
      errorState('auth', {
        id: 'auth',
        title: 'Key refused',
        about: 'Rejected or replaced. No visitor can mend that, so there is no button; the console says what to do.',
        reads: 'not available',
        markup: manager('endpoint="/hasoffers/key-refused"'),
      }),
      errorState('permission', {
        id: 'permission',
        title: 'Not permitted',
        about: 'The network does not let this key ask that.',
        reads: 'not available',
        markup: manager('endpoint="/hasoffers/not-permitted"'),
      }),
      errorState('network-id', {
        id: 'network-id',
        title: 'Wrong network id',
        about: 'The proxy was started with an id that no network has.',
        reads: 'not available',
        markup: manager('endpoint="/hasoffers/wrong-network"'),
      }),
      errorState('validation', {
        id: 'validation',
        title: 'Refused value',
        about: 'A category by its name, where the API knows numbers: an attribute to mend.',
        reads: 'not available',
        markup: offers('category="fashion" page-size="1" disclosure=""'),
      }),
      errorState('not-found', {
        id: 'not-found',
        title: 'Nothing there',
        about: 'The endpoint is an address where no proxy is.',
        reads: 'not available',
        markup: manager('endpoint="/hasoffers/missing"'),
      }),
      errorState('upstream', {
        id: 'upstream',
        title: 'Network down',
        about: 'The network answers with a 502. A retry can help, so there is a button.',
        reads: 'Try again',
        markup: oneOffer('broken'),
      }),
      errorState('invalid-response', {
        id: 'invalid-response',
        title: 'Garbled answer',
        about: 'Half of a JSON text. Nothing of it reaches the page.',
        reads: 'Try again',
        markup: manager('endpoint="/hasoffers/garbled"'),
      }),
    ],
  },
];

export const galleryStates: readonly GalleryState[] = gallery.flatMap(({ states }) => states);
