import type { GalleryGroup } from './gallery.types.js';

const stats = (attributes: string, endpoint = 'portal') =>
  `<hasoffers-stats endpoint="/hasoffers/${endpoint}" currency="USD" ${attributes}></hasoffers-stats>`;

/** `YYYY-MM-DD`, so many days before the pages are built. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The states of the statistics; whoever looks at the gallery is signed in, but at one endpoint. */
export const statsStates: GalleryGroup = {
  id: 'stats',
  title: 'Statistics',
  states: [
    {
      id: 'stats-card',
      title: 'Card of figures',
      about: 'Numbers with their change, a chart, and the best offers, with everything that a visitor can choose.',
      state: 'ready',
      reads: 'Payout per click',
      markup: stats('group-by="offer" rows="5" controls="period compare group-by metric"'),
    },
    {
      id: 'stats-numbers',
      title: 'Numbers alone',
      about: 'Each with its course.',
      state: 'ready',
      reads: 'Conversions',
      markup: stats('layout="numbers"'),
    },
    {
      id: 'stats-chart',
      title: 'Chart alone',
      about: 'A week has bars, a longer time a line. Today is not over, and is drawn so.',
      state: 'ready',
      reads: 'Download CSV',
      markup: `${stats('layout="chart" period="7d" metrics="clicks"')}\n${stats('layout="chart" compare="none"')}`,
    },
    {
      id: 'stats-inline',
      title: 'Figures in one line',
      about: 'For a header.',
      state: 'ready',
      reads: 'Clicks',
      markup: stats('layout="inline" metrics="clicks payout"'),
    },
    {
      id: 'stats-loading',
      title: 'Loading figures',
      about: 'Each layout keeps its place. Here the response never comes.',
      state: 'loading',
      markup: ['card', 'numbers', 'inline']
        .map((layout) => stats(`layout="${layout}" data-waits`, 'waiting'))
        .join('\n'),
    },
    {
      id: 'stats-empty',
      title: 'No activity',
      about: 'Days on which nothing happened.',
      state: 'empty',
      reads: 'No activity',
      markup: stats('from="2001-01-01" to="2001-01-07"'),
    },
    {
      id: 'stats-currencies',
      title: 'Two currencies',
      about: 'Amounts of different currencies are never added. A chart has one of them.',
      state: 'ready',
      reads: '€',
      markup: stats('group-by="offer" rows="3"', 'two-currencies'),
    },
    {
      id: 'stats-long',
      title: '400 days',
      about: 'The longest time, compared with as many days before.',
      state: 'ready',
      reads: 'Payout',
      markup: stats(`from="${daysAgo(399)}" to="${daysAgo(0)}"`),
    },
    {
      id: 'stats-hostile',
      title: 'Long names and hostile data',
      about:
        'A name of 150 letters without a blank, markup in names, Arabic and Hebrew, four currencies. All of it is text.',
      state: 'ready',
      reads: 'Glow Kit',
      markup: stats('group-by="offer" rows="20"', 'awkward'),
    },
    {
      id: 'stats-stale',
      title: 'Figures that are old',
      about: 'Loading again failed. The figures stay, and say since when they are old.',
      state: 'ready',
      stale: true,
      code: 'upstream',
      reads: 'out of date',
      frame: 700,
      markup: `${stats('')}\n<script src="/states/fails-later.js" vite-ignore></script>`,
    },
    {
      id: 'stats-failed',
      title: 'Figures that do not load',
      about: 'The network is down. A retry can help, so there is a button.',
      state: 'error',
      code: 'upstream',
      reads: 'Try again',
      settles: true,
      markup: stats('', 'broken'),
    },
    {
      id: 'stats-permission',
      title: 'No right to reports',
      about: 'The network does not let this account read statistics. No retry changes that.',
      state: 'error',
      code: 'permission',
      reads: 'not open to this account',
      settles: true,
      markup: stats('', 'no-reports'),
    },
    {
      id: 'stats-signed-out',
      title: 'Signed out',
      about: 'Nobody is signed in. A page replaces the message by the slot <code>signed-out</code>.',
      state: 'error',
      code: 'signed-out',
      reads: 'sign in',
      settles: true,
      markup: stats('', 'signed-out'),
    },
  ],
};
