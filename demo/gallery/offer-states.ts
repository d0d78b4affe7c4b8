import type { GalleryGroup } from './gallery.types.js';

const offer = (attributes: string, inner = '') => `<hasoffers-offer ${attributes}>${inner}</hasoffers-offer>`;

/** The states of one offer and of the carousel. */
export const offerStates: GalleryGroup = {
  id: 'offer',
  title: 'One offer',
  states: [
    {
      id: 'offer-card',
      title: 'Card and row',
      about: 'The same offer twice, loaded by one request.',
      state: 'ready',
      reads: 'Fern & Clay',
      markup: `${offer('offer="1004"')}\n${offer('offer="1004" layout="row" disclosure=""')}`,
    },
    {
      id: 'offer-detail',
      title: 'In detail',
      about: 'The whole description, every country, and what goals pay where the proxy tells it.',
      state: 'ready',
      reads: 'Burrow VPN',
      markup: offer('offer="1034" layout="detail"'),
    },
    {
      id: 'offer-button',
      title: 'In a sentence',
      about: 'The link alone. It has its width before the offer is here, so that no line breaks anew.',
      state: 'ready',
      reads: 'Fern & Clay',
      markup: `<p>Pots by ${offer('offer="1004" layout="button" label="Fern &amp; Clay"')} are thrown by hand, in Stoke.</p>`,
    },
    {
      id: 'offer-loading',
      title: 'Loading one offer',
      about: 'Each layout keeps its place. Here the response never comes.',
      state: 'loading',
      markup: ['card', 'row', 'detail']
        .map((layout) => offer(`endpoint="/hasoffers/waiting" offer="1004" layout="${layout}" data-waits`))
        .join('\n'),
    },
    {
      id: 'offer-pending',
      title: 'Pending',
      about: 'An offer that you may not run yet says so, in a sentence too, and has no link.',
      state: 'ready',
      reads: 'Pending',
      markup: `${offer('offer="1200"')}\n<p>Scarves by Maison Corvelle ${offer('offer="1200" layout="button"')} come next.</p>`,
    },
    {
      id: 'offer-unknown',
      title: 'No such offer',
      about: 'The account sees no offer with this id. With <code>hidden-when="error"</code> it would take no room.',
      state: 'error',
      code: 'not-found',
      reads: 'not available',
      settles: true,
      markup: offer('offer="7"'),
    },
    {
      id: 'offer-long',
      title: 'A long name',
      about: 'A name of 150 letters without a blank, and a description of 4,000.',
      state: 'ready',
      reads: 'Long Read Society',
      markup: offer('offer="1255" layout="detail"'),
    },
    {
      id: 'offer-hostile',
      title: 'Hostile data in one offer',
      about: 'Markup and scripts of an offer are text, in each layout.',
      state: 'ready',
      reads: '<strong>Escaped tags</strong>',
      markup: `${offer('offer="1235" layout="detail"')}\n${offer('offer="1245" layout="row"')}`,
    },
    {
      id: 'offer-stale',
      title: 'One offer, out of date',
      about: 'Loading again failed. What was here stays, and says so.',
      state: 'ready',
      stale: true,
      code: 'upstream',
      markup: offer('offer="1004" layout="row" data-then="/hasoffers/broken"'),
    },
    {
      id: 'carousel',
      title: 'Carousel',
      about: 'A list that is scrolled sideways, by finger, wheel, keyboard and buttons. It never moves by itself.',
      state: 'ready',
      reads: 'Fern & Clay',
      markup: '<hasoffers-offer-list layout="carousel" page-size="12"></hasoffers-offer-list>',
    },
    {
      id: 'carousel-loading',
      title: 'Carousel, loading',
      about: 'As high as what follows, buttons included.',
      state: 'loading',
      markup:
        '<hasoffers-offer-list endpoint="/hasoffers/waiting" layout="carousel" page-size="6" data-waits></hasoffers-offer-list>',
    },
  ],
};
