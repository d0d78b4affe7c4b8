import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiRequest } from '../../shared/api/request.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, one, said, showElement, type TestedElement } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { conversions } from './conversions.js';
import type { ConversionsData } from './conversions.types.js';
import { toRow } from './test-rows.js';

interface ConversionsElement extends TestedElement {
  readonly data: ConversionsData | undefined;
}

const answer = vi.fn<(request: ApiRequest<unknown>) => unknown>();
const page = createTestPage((request) => answer(request));
// The session has tests of its own.
const { signedIn: _, ...publicConversions } = conversions;
defineWidget(publicConversions, page);

/** A log of so many rows. */
const answerWith = (count: number, stat: object = {}) =>
  answer.mockImplementation(({ params }) => {
    const limit = Number(params.limit);
    const all = [...Array(count).keys()].map((id) => toRow(id, stat));
    const first = (Number(params.page) - 1) * limit;
    return { count, pageCount: Math.ceil(count / limit), data: all.slice(first, first + limit) };
  });

const show = (attributes: Record<string, string> = {}, width = 900) => {
  const given = { lang: 'en-US', 'page-size': '3', style: `width: ${width}px`, ...attributes };
  return showElement<ConversionsElement>('hasoffers-conversions', given);
};

// biome-ignore lint/performance/useDomNodeTextContent: labels of cards are in the text, and not always displayed
const textOf = (node: Element) => (node as HTMLElement).innerText;
const texts = (element: Element, selector: string) => all(element, selector).map(textOf);
/** Cells of a row, as a visitor reads them. */
const cellsOf = (element: Element, row: number) => [...(all(element, 'tbody tr')[row]?.children ?? [])].map(textOf);

answerWith(8);
afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset();
  answerWith(8);
});

describe('the table', () => {
  it('has a row for each conversion, under its heads', async () => {
    const element = await show();
    expect(texts(element, 'thead th')).toEqual(['Time', 'Offer', 'Status', 'Payout', 'Sub-ID 1']);
    expect(cellsOf(element, 0).map((text) => text.replace(/\s/g, ' '))).toEqual([
      'Jun 12, 10:42 PM',
      'Lamp Shop',
      'Approved',
      '$1,284.60',
      'member-0',
    ]);
    expect(texts(element, '[part=status]')).toEqual(['Approved', 'Pending', 'Rejected']);
    expect(one(element, '[part=time]').getAttribute('datetime')).toBe('2026-06-12T22:42:59');
    expect(texts(element, '[part=title]')).toEqual(['Conversions']);
    expect(texts(element, '[part=note]')).toEqual(['Times are network time.']);
  });

  it('shows the fields that the page wants, in its order, and what is not known as such', async () => {
    answer.mockImplementation(() => ({
      data: [{ ...toRow(0, { source: '=1+1', payout: null }), Country: { name: 'Peru' }, Goal: { name: 'Default' } }],
    }));
    const element = await show({ fields: 'country goal source id sub5 payout' });
    expect(texts(element, 'thead th')).toEqual(['Country', 'Goal', 'Source', 'Conversion ID', 'Sub-ID 5', 'Payout']);
    expect(cellsOf(element, 0)).toEqual(['Peru', 'Default', '=1+1', 'event-0', '–', '–']);
  });

  it.each([
    ['the conversion has', 'EUR', '', '€1,284.60'],
    ['the page names', null, 'GBP', '£1,284.60'],
    ['nobody knows', null, '', '1,284.60'],
  ])('writes payouts in the currency that %s', async (_, own, currency, text) => {
    answerWith(1, { currency: own });
    expect(texts(await show({ currency }), '[part=payout]')).toEqual([text]);
  });

  it('shows a status that it does not know as the network calls it', async () => {
    answerWith(1, { conversion_status: 'on hold' });
    expect(texts(await show(), '[part=status]')).toEqual(['on hold']);
  });

  it('has cards with labels in a narrow container, and is a table to screen readers still', async () => {
    const element = await show({}, 320);
    expect(cellsOf(element, 0)[3]).toMatch(/^Payout\s+\$1,284\.60$/);
    const [first, second] = all(element, '[part=row]').map((row) => row.getBoundingClientRect());
    expect(first?.bottom).toBeLessThan(second?.top ?? 0);
    expect(getComputedStyle(one(element, '[part=row]')).display).toBe('grid');
    expect(one(element, '.scroll').scrollWidth).toBeLessThanOrEqual(one(element, '.scroll').clientWidth);
    const roles = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'];
    for (const role of roles) expect(all(element, `[role=${role}]`).length).toBeGreaterThan(0);
    element.style.width = '900px';
    await expect.poll(() => cellsOf(element, 0)[3]).toBe('$1,284.60');
  });

  it('tells the page which conversion was activated', async () => {
    const element = await show();
    const rows: unknown[] = [];
    document.addEventListener('hasoffers-row', (event) => rows.push((event as CustomEvent).detail), { once: true });
    one(element, 'tbody tr:nth-child(2) button').focus();
    await userEvent.keyboard('{Enter}');
    expect(rows).toMatchObject([
      { groupBy: null, key: 'event-1', label: 'Lamp Shop', values: { status: 'pending', payout: 1284.6 } },
    ]);
  });

  it('says that rows are missing, and whose times these are', async () => {
    answer.mockImplementation(() => ({ count: 180, pageCount: 60, data: [toRow(0), toRow(1)] }));
    const element = await show({ 'time-zone': 'America/New_York' });
    expect(texts(element, '[part=note]')).toEqual([
      'Not all data was sent: 2 of 3 rows. Times in the time zone America/New_York.',
    ]);
  });
});

describe('pages', () => {
  it('keep the focus and are announced', async () => {
    const element = await show();
    expect(texts(element, '[part=count]')).toEqual(['1–3 of 8']);
    const next = one(element, '[part=next]');
    next.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => texts(element, '[part=count]')).toEqual(['4–6 of 8']);
    expect(element.shadowRoot?.activeElement).toBe(next);
    await expect.poll(() => said(element)).toBe('8 conversions: 4–6 of 8');
    expect(page.requests).toHaveLength(2);
  });

  it('follow each other with "more"', async () => {
    const element = await show({ pagination: 'more' });
    await userEvent.click(one(element, '[part=pager]'));
    await expect.poll(() => all(element, 'tbody tr').length).toBe(6);
    expect(texts(element, '[part=count]')).toEqual(['1–6 of 8']);
    await userEvent.click(one(element, '[part=pager]'));
    await expect.poll(() => all(element, 'tbody tr').length).toBe(8);
    expect(all(element, '[part=pager]')).toHaveLength(0);
  });

  it.each([
    [3, 'false'],
    [2, undefined],
  ])('without a count and with %d rows have a next one: %s', async (length, disabled) => {
    answer.mockImplementation(() => ({
      count: null,
      pageCount: null,
      data: [0, 1, 2].slice(0, length).map((id) => toRow(id)),
    }));
    const element = await show();
    expect(all(element, '[part=next]')[0]?.getAttribute('aria-disabled')).toBe(disabled);
  });
});

describe('controls', () => {
  it('load once for each choice, with a list of values', async () => {
    const element = await show({ controls: 'period status offer' });
    const [period, status, offer] = all(element, 'select') as HTMLSelectElement[];
    const statuses = ['All statuses', 'Approved', 'Pending', 'Rejected'];
    expect([...(status?.options ?? [])].map(({ label }) => label)).toEqual(statuses);
    expect([...(offer?.options ?? [])].map(({ label }) => label)).toEqual(['All offers', 'Lamp Shop']);
    expect([...(period?.options ?? [])].map(({ value }) => value)).not.toContain('year');
    await userEvent.selectOptions(status as HTMLElement, 'rejected');
    await expect.poll(() => page.requests.length).toBe(2);
    await userEvent.selectOptions(offer as HTMLElement, '4');
    await expect.poll(() => page.requests.length).toBe(3);
    expect(page.requests[2]?.params.filters).toMatchObject({
      'Stat.conversion_status': { conditional: 'EQUAL_TO', values: ['rejected'] },
      'Stat.offer_id': { values: ['4'] },
    });
  });

  it('offer no more than the page allows', async () => {
    const element = await show({ controls: 'status offer', status: 'approved pending', 'offer-ids': '4, 9' });
    const labels = (all(element, 'select') as HTMLSelectElement[]).map(({ options }) =>
      [...options].map(({ label }) => label),
    );
    expect(labels).toEqual([
      ['All statuses', 'Approved', 'Pending'],
      ['All offers', '9', 'Lamp Shop'],
    ]);
  });

  it('tell the page about other days, which can stop it', async () => {
    const element = await show({ controls: 'period' });
    element.addEventListener('hasoffers-range', (event) => event.preventDefault(), { once: true });
    await userEvent.selectOptions(one(element, 'select'), '7d');
    expect(page.requests).toHaveLength(1);
    await userEvent.selectOptions(one(element, 'select'), '14d');
    await expect.poll(() => page.requests.length).toBe(2);
  });

  it('save what is loaded', async () => {
    answerWith(2, { affiliate_info1: '=HYPERLINK("https://evil.example")' });
    const element = await show({ download: '', fields: 'sub1 payout' });
    const saved: Promise<string>[] = [];
    const names: string[] = [];
    const createUrl = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push((blob as Blob).text());
      return 'blob:none';
    });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    one(element, '[part=download]').click();
    createUrl.mockRestore();
    click.mockRestore();
    const row = `"'=HYPERLINK(""https://evil.example"")",1284.6,USD\r\n`;
    expect(await saved[0]).toBe(`sub1,payout,currency\r\n${row}${row}`);
    expect(names).toEqual([expect.stringMatching(/^conversions-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)]);
    expect(texts(element, 'tbody button')[0]).toBe('=HYPERLINK("https://evil.example")');
  });
});

describe('the element', () => {
  it('has its data as a property, and gives it to the page', async () => {
    const loaded: unknown[] = [];
    document.addEventListener('hasoffers-load', (event) => loaded.push((event as CustomEvent).detail), { once: true });
    const element = await show();
    expect(element.data?.conversions).toHaveLength(3);
    expect(loaded).toEqual([element.data]);
  });

  it('loads again where an attribute changes what is loaded, and stays where it is moved', async () => {
    const element = await show();
    element.setAttribute('page-size', '5');
    await expect.poll(() => all(element, 'tbody tr').length).toBe(5);
    document.body.append(Object.assign(document.createElement('div'), { id: 'elsewhere' }));
    document.querySelector('#elsewhere')?.append(element);
    await expect.poll(() => element.state).toBe('ready');
    expect(all(element, 'tbody tr')).toHaveLength(5);
    expect(page.requests).toHaveLength(2);
  });

  it('renders an error, and recovers', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('timeout', 'Too slow.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    answerWith(2);
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => element.state).toBe('ready');
  });

  it('says by itself that the account may not see conversions, without a retry', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('permission', 'Not permitted.');
    });
    const element = await show();
    expect(texts(element, '[part=error]')).toEqual(['These conversions are not open to this account.']);
    expect(all(element, '[part=retry]')).toHaveLength(0);
  });

  it('keeps old rows when a refresh fails', async () => {
    const element = await show();
    answer.mockImplementation(() => {
      throw new ApiError('rate-limit', 'Too many.');
    });
    await element.refresh();
    await expect.poll(() => all(element, '[part=stale]').length).toBe(1);
    expect(all(element, 'tbody tr')).toHaveLength(3);
    expect(element.matches(':state(stale)')).toBe(true);
  });

  it('is empty without conversions, and keeps its controls', async () => {
    answerWith(0);
    const element = await show({ controls: 'period', download: '' });
    expect(element.state).toBe('empty');
    expect(texts(element, '[part=empty]')).toEqual(['No conversions in these days.']);
    expect(all(element, 'select')).toHaveLength(1);
    expect(getComputedStyle(one(element, '[part=download]')).visibility).toBe('hidden');
  });

  it.each([900, 320])('has no accessibility violation at %d px', async (width) => {
    const element = await show({ controls: 'period status offer', download: '' }, width);
    expect(await findViolations(element)).toEqual([]);
  });
});
