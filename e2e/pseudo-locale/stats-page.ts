import { mountSignedIn } from '../signed-in-site.js';
import type { Site } from '../site.js';
import type { PseudoPage } from './pseudo-page.js';

/** Rows of a report, made so that `<hasoffers-stats>` has every one of its messages to show. */

const dayMs = 86_400_000;
const day = (offset: number): string => new Date(Date.now() + offset * dayMs).toISOString().slice(0, 10);

interface Counted {
  readonly clicks: number;
  readonly conversions: number;
  readonly payout: string;
  readonly currency?: string;
}

const toStat = ({ clicks, conversions, payout, currency = 'USD' }: Counted) => ({
  impressions: '500',
  clicks: `${clicks}`,
  conversions: `${conversions}`,
  payout,
  currency,
});

const onDay = (offset: number, counted: Counted) => ({ Stat: { date: day(offset), ...toStat(counted) } });
const ofOffer = (id: string, name: string, counted: Counted) => ({
  Stat: { offer_id: id, ...toStat(counted) },
  Offer: { name },
});

/** Against the week before: more clicks, fewer conversions, as many impressions, and money where there was none. */
const week = [
  onDay(-2, { clicks: 40, conversions: 2, payout: '9.50000' }),
  onDay(0, { clicks: 10, conversions: 1, payout: '2.00000' }),
  onDay(-9, { clicks: 20, conversions: 8, payout: '0.00000' }),
];
const clicksAlone = [onDay(-1, { clicks: 3, conversions: 0, payout: '0.00000' })];
const twoCurrencies = [
  onDay(-1, { clicks: 9, conversions: 2, payout: '5.00000' }),
  onDay(-1, { clicks: 9, conversions: 2, payout: '7.00000', currency: 'EUR' }),
];
/** By sub-id they have none, and there are clicks that are of neither. */
const offers = [
  ofOffer('4', 'Lamp Shop', { clicks: 9, conversions: 1, payout: '6.00000' }),
  ofOffer('7', '', { clicks: 8, conversions: 1, payout: '5.00000' }),
];

const reports: Readonly<Record<string, { readonly rows: readonly object[]; readonly count?: number }>> = {
  '/figures': { rows: week },
  '/figures/clicks': { rows: clicksAlone },
  '/figures/cut': { rows: twoCurrencies, count: 9000 },
  '/figures/none': { rows: [] },
};

/** Answers with the rows, whoever asks. */
function mountReports(site: Site): void {
  for (const [path, { rows, count = rows.length }] of Object.entries(reports)) {
    site.route(path, (request, response) => {
      const isByDay = decodeURIComponent(request.url ?? '').includes('groups[]=Stat.date');
      const data = { page: 1, current: rows.length, count, pageCount: 1, data: isByDay ? rows : offers };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } }));
    });
  }
}

const stats = (attributes: string) => `<hasoffers-stats loading="eager" period="7d" ${attributes}></hasoffers-stats>`;
const all = 'metrics="clicks conversions payout epc conversion-rate impressions ctr"';

const germanDay = (options: Intl.DateTimeFormatOptions, time: number) =>
  new Intl.DateTimeFormat('de', { ...options, timeZone: 'UTC' }).format(time);

/** Names of the rows, and what Intl writes with letters: months and days of the week. */
const data: readonly string[] = [
  ...['Lamp Shop', 'USD', 'EUR', 'UTC'],
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1)).flatMap((time) => [
    germanDay({ month: 'long' }, time),
    germanDay({ month: 'short', day: 'numeric' }, time).replace(/^\d+\. /, ''),
  ]),
  ...Array.from({ length: 7 }, (_, index) => germanDay({ weekday: 'long' }, index * dayMs)),
];

export const statsPage: PseudoPage = {
  tag: 'hasoffers-stats',
  mount(harness) {
    mountSignedIn(harness);
    mountReports(harness.site);
  },
  body: [
    stats(
      `endpoint="/figures" ${all} time-zone="UTC" group-by="offer" rows="1" controls="period compare group-by metric"`,
    ),
    stats(`endpoint="/figures" group-by="sub1" time-zone="UTC" id="opened"`),
    stats('endpoint="/figures/clicks" metrics="conversions" time-zone="UTC"'),
    stats(`endpoint="/figures/cut" from="${day(-3)}" to="${day(0)}" controls="period"`),
    stats('endpoint="/figures/none"'),
    stats('endpoint="/fail/permission"'),
    stats('endpoint="/signed-out"'),
  ].join(''),
  states: ['ready', 'ready', 'ready', 'ready', 'empty', 'error', 'error'],
  async show(page, read) {
    const opened = page.locator('#opened');
    await opened.locator('[part=table-toggle]').click();
    await opened.locator('[part=table]').waitFor();
    await read();
    return data;
  },
};
