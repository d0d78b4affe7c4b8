import type { Browser, Page } from 'playwright';
import { plainPage } from '../../e2e/site.js';
import { type Row, toFigureRow } from '../report.js';
import type { BenchSite } from '../site.js';
import { openTab } from '../tab.js';

const part = 'requests';
const script = '<script src="/hasoffers-widgets.js" defer></script>';
const count = 30;
const singleCount = 12;

/** URLs that the page has requested, without pictures and the page itself; repeated and cached ones, too. */
const requestsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => !/\.svg$|\/favicon\.ico$/.test(name))
      .map(({ name }) => name),
  );

/** Requests of one list, and of many equal ones that are inserted in one tick. */
export async function countRequests(browser: Browser, { site }: BenchSite): Promise<Row[]> {
  const element = '<hasoffers-offer-list endpoint="/offers/paged"></hasoffers-offer-list>';
  const single = await openTab(browser, site.page('/requests/one', plainPage(element, script)));
  await single.page.locator('hasoffers-offer-list [part=link]').first().waitFor();
  await single.page.waitForLoadState('networkidle');
  const singleRequests = await requestsOf(single.page);
  await single.close();

  const many = await openTab(browser, site.page('/requests/many', plainPage('', script)));
  await many.page.evaluate(async (elements) => {
    await customElements.whenDefined('hasoffers-offer-list');
    const lists = Array.from({ length: elements }, () => document.createElement('hasoffers-offer-list'));
    for (const list of lists) {
      list.setAttribute('endpoint', '/offers/paged');
      list.setAttribute('loading', 'eager');
    }
    const loads = lists.map((list) => new Promise((resolve) => list.addEventListener('hasoffers-load', resolve)));
    document.querySelector('main')?.append(...lists);
    await Promise.all(loads);
  }, count);
  const manyRequests = await requestsOf(many.page);
  await many.close();

  const tick = await openTab(browser, site.page('/requests/single', plainPage('', script)));
  await tick.page.evaluate(async (elements) => {
    await customElements.whenDefined('hasoffers-offer');
    const offers = Array.from({ length: elements }, (_, index) => {
      const offer = document.createElement('hasoffers-offer');
      offer.setAttribute('endpoint', '/offers/paged');
      offer.setAttribute('loading', 'eager');
      offer.setAttribute('offer', String(index + 1));
      return offer;
    });
    const ends = offers.map(
      (offer) =>
        new Promise((end) => ['load', 'error'].map((name) => offer.addEventListener(`hasoffers-${name}`, end))),
    );
    document.querySelector('main')?.append(...offers);
    await Promise.all(ends);
  }, singleCount);
  const tickRequests = await requestsOf(tick.page);
  await tick.close();

  return [
    toFigureRow(
      { part, what: 'page with one list: requests without pictures (script, data)', unit: '', atMost: 2 },
      singleRequests.length,
    ),
    toFigureRow(
      { part, what: `${count} equal lists inserted in one tick: data calls`, unit: '', atMost: 1 },
      manyRequests.filter((url) => url.includes('/offers/')).length,
    ),
    toFigureRow(
      {
        part,
        what: `${singleCount} single offers of ${singleCount} ids inserted in one tick: data calls`,
        unit: '',
        atMost: 1,
      },
      tickRequests.filter((url) => url.includes('/offers/')).length,
    ),
  ];
}
