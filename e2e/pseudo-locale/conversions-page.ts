import { mountSignedIn } from '../signed-in-site.js';
import type { PseudoPage } from './pseudo-page.js';

const toRow = (id: number, status: string) => ({
  Stat: {
    tune_event_id: `${id}`,
    datetime: `2026-03-12 10:42:0${id}`,
    offer_id: '4',
    conversion_status: status,
    payout: '1.50000',
    currency: 'EUR',
    affiliate_info1: '1',
  },
  Offer: { name: 'Lamp Shop' },
  Country: { name: 'Peru' },
  Goal: { name: 'Default' },
});
const rows = ['approved', 'pending', 'rejected'].map((status, id) => toRow(id, status));

/** By their paths; `/log` has a second page. */
const logs: Readonly<Record<string, object>> = {
  '/log': { count: 6, pageCount: 2, data: rows },
  '/log/cut': { count: 9, pageCount: 1, data: rows },
  '/log/none': { count: 0, pageCount: 0, data: [] },
};

const conversions = (attributes: string) =>
  `<hasoffers-conversions loading="eager" page-size="3" ${attributes}></hasoffers-conversions>`;
const everything = 'fields="time offer status payout country goal sub1 sub2 sub3 sub4 sub5 source id"';

/** The month of the rows, as Intl writes it beside a day. */
const month = 'März';

export const conversionsPage: PseudoPage = {
  tag: 'hasoffers-conversions',
  mount(harness) {
    mountSignedIn(harness);
    for (const [path, data] of Object.entries(logs)) {
      const envelope = { response: { status: 1, httpStatus: 200, data, errors: [], errorMessage: null } };
      harness.site.route(path, (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(envelope));
      });
    }
  },
  body: [
    conversions(`endpoint="/log" ${everything} controls="period status offer" download time-zone="UTC" id="paged"`),
    conversions('endpoint="/log/cut" controls="period" from="2026-03-01" pagination="more"'),
    conversions('endpoint="/log/none"'),
    conversions('endpoint="/fail/permission"'),
    conversions('endpoint="/signed-out"'),
  ].join(''),
  states: ['ready', 'ready', 'empty', 'error', 'error'],
  async show(page, read) {
    const log = page.locator('#paged');
    await log.locator('[part=next]').click();
    await log.getByText('⟦conversionsFound').waitFor({ state: 'attached' });
    await read();
    return ['Lamp Shop', 'Peru', 'Default', 'UTC', month];
  },
};
