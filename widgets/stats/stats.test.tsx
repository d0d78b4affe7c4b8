import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { addDays, type Day, dayIn } from '../../shared/calendar.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, one, said, showElement, type TestedElement, texts } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { stats } from './stats.js';
import type { StatsData } from './stats.types.js';

interface StatsElement extends TestedElement {
  readonly data: StatsData | undefined;
}

const today = dayIn(null, Date.now());
const answer = vi.fn<(groups: readonly string[]) => unknown>();
const page = createTestPage(({ params }) => answer(params.groups as readonly string[]));
// The session has tests of its own.
const { signedIn: _, ...publicStats } = stats;
defineWidget(publicStats, page);

const row = (date: Day, clicks: number, payout: string, currency = 'USD') => ({
  Stat: { date, clicks: `${clicks}`, impressions: `${clicks * 20}`, conversions: '2', payout, currency },
});
const offerRow = (id: string, name: string, payout: string) => ({
  Stat: { offer_id: id, clicks: '6', impressions: '100', conversions: '1', payout, currency: 'USD' },
  Offer: { name },
});

/** The last seven days: two quiet ones, the highest three days ago. */
const week = [
  row(addDays(today, -6), 10, '10.00000'),
  row(addDays(today, -4), 20, '20.00000'),
  row(addDays(today, -3), 30, '96.10000'),
  row(addDays(today, -1), 40, '40.00000'),
  row(today, 4, '4.00000'),
  row(addDays(today, -8), 50, '20.00000'),
];
const offers = [offerRow('4', 'Lamp <b>Shop</b>', '90.00000'), offerRow('7', '', '30.00000')];
const answerWith = (...rows: unknown[]) =>
  answer.mockImplementation((groups) => ({ count: rows.length, data: groups.includes('Stat.date') ? rows : offers }));

const show = (attributes: Record<string, string> = {}) =>
  showElement<StatsElement>('hasoffers-stats', { lang: 'en-US', currency: 'USD', period: '7d', ...attributes });

answerWith(...week);
afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset();
  answerWith(...week);
});

describe('the numbers', () => {
  it('have labels, values, and changes in words against whole days before', async () => {
    const element = await show();
    expect(texts(element, '[part=number-label]')).toEqual(['Clicks', 'Conversions', 'Payout', 'Payout per click']);
    expect(texts(element, '[part=number-value]')).toEqual(['104', '10', '$170.10', '$1.64']);
    // 100 clicks in six whole days, 50 in the six before.
    expect(texts(element, '[part=number-change]')[0]).toBe('Up 100%');
  });

  it('say when there is nothing to compare with', async () => {
    answerWith(row(addDays(today, -2), 3, '1.00000'));
    const element = await show();
    expect(texts(element, '[part=number-change]')).toEqual(Array(4).fill('No data before'));
  });

  it('write one amount for each currency, and never a sum', async () => {
    answerWith(row(addDays(today, -1), 3, '5.00000', 'USD'), row(addDays(today, -1), 3, '7.00000', 'EUR'));
    const element = await show();
    expect(texts(element, '[part=number-value] span')).toEqual(['6', '4', '€7.00', '$5.00', '–']);
    expect(element.shadowRoot?.textContent).not.toContain('12.00');
    await userEvent.selectOptions(one(element, '.legend select'), 'USD');
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$5.00');
  });

  it('go up where less is owed than before', async () => {
    answerWith(
      row(today, 1, '0.00000'),
      row(addDays(today, -1), 3, '-5.00000'),
      row(addDays(today, -8), 3, '-10.00000'),
    );
    expect(texts(await show(), '[part=number-change]')[2]).toBe('Up 50%');
  });

  it('are plain where the currency is not known', async () => {
    answerWith({ Stat: { ...row(addDays(today, -1), 3, '5.00000').Stat, currency: null } });
    const element = await show({ currency: '' });
    expect(texts(element, '[part=number-value]')[2]).toBe('5.00');
  });

  it('stand in one line, or with a course', async () => {
    expect(texts(await show({ layout: 'inline' }), 'dd')).toHaveLength(4);
    expect(all(await show({ layout: 'numbers' }), '[part=sparkline]')).toHaveLength(4);
  });
});

describe('the chart', () => {
  it('has a summary, which leaves today out', async () => {
    const element = await show();
    expect(one(element, 'figcaption').textContent).toMatch(
      /^Payout, .*: \$170\.10 in total, highest on .* with \$96\.10$/,
    );
  });

  it('is one tab stop; the arrow keys go from day to day and say them', async () => {
    const element = await show();
    const status = one(element, '[role=status]');
    one(element, '[part=plot]').focus();
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
    await expect.poll(() => said(element)).toContain('Payout $20.00');
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$20.00');
    await userEvent.keyboard('{End}');
    await expect.poll(() => said(element)).toContain('Today so far');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$170.10');
    expect(one(element, '[role=status]')).toBe(status);
  });

  it('shares its tip with the pointer', async () => {
    const element = await show();
    const plot = one(element, '[part=plot]');
    const { left, top, width } = plot.getBoundingClientRect();
    plot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + (width * 3.5) / 7, clientY: top + 9 }));
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$96.10');
    plot.dispatchEvent(new PointerEvent('pointerleave'));
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$170.10');
  });

  it('draws today hollow, quiet days at zero, and as many bars as days', async () => {
    const element = await show();
    expect(all(element, '[part=series] rect')).toHaveLength(7);
    expect(all(element, '[part=series] .open')).toHaveLength(1);
    expect(all(element, '[part=series] rect')[1]?.getAttribute('height')).toBe('0');
  });

  it('keeps the day that a finger tapped until the focus is elsewhere, and stays in its place', async () => {
    const element = await show();
    const plot = one(element, '[part=plot]');
    const { top } = plot.getBoundingClientRect();
    plot.focus();
    await userEvent.click(plot, { position: { x: 1, y: 9 } });
    plot.dispatchEvent(new PointerEvent('pointerleave'));
    plot.dispatchEvent(new MouseEvent('click', { clientX: plot.getBoundingClientRect().right - 2 }));
    await expect.poll(() => texts(element, '[part=tip] span')).toContain('Today so far');
    expect(plot.getBoundingClientRect().top).toBe(top);
    plot.blur();
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('$170.10');
  });

  it('draws amounts below 0 below its line at 0, and inside the plot', async () => {
    answerWith(row(addDays(today, -2), 3, '30.00000'), row(addDays(today, -1), 3, '-40.00000'), row(today, 1, '0'));
    const element = await show();
    const plot = one(element, '[part=plot]').getBoundingClientRect();
    const bars = all(element, '[part=series] rect').slice(4, 6);
    const [above, below] = bars.map((bar) => bar.getBoundingClientRect());
    expect(above?.height).toBeGreaterThan(9);
    expect(below?.top).toBeCloseTo(above?.bottom ?? 0);
    expect(below?.height).toBeGreaterThan(above?.height ?? 0);
    expect(below?.bottom).toBeLessThanOrEqual(plot.bottom);
  });

  it('shows another figure without a request', async () => {
    const element = await show({ controls: 'metric' });
    await userEvent.selectOptions(one(element, 'select'), 'clicks');
    await expect.poll(() => texts(element, '[part=tip] strong')[0]).toBe('104');
    expect(page.requests).toHaveLength(1);
  });
});

describe('the tables', () => {
  it('has a row for each day, with the figures of the chart', async () => {
    const element = await show();
    await userEvent.click(one(element, '[part=table-toggle]'));
    await expect.poll(() => all(element, '[part=table] tbody tr').length).toBe(7);
    expect(one(element, '[part=table-toggle]').getAttribute('aria-expanded')).toBe('true');
    expect(all(element, '[part=table] time').map((time) => time.getAttribute('datetime'))).toContain(today);
    expect(one(element, '[part=table]').textContent).toContain('$96.10');
  });

  it('has the best, and all others as one row', async () => {
    const element = await show({ 'group-by': 'offer' });
    expect(texts(element, '[part=row] th')).toEqual(['Lamp Shop', '7', 'Others']);
    expect(texts(element, '[part=row] td:nth-of-type(3)')).toEqual(['$90.00', '$30.00', '$50.10']);
  });

  it('tells the page which row was activated', async () => {
    const element = await show({ 'group-by': 'offer' });
    const rows: unknown[] = [];
    document.addEventListener('hasoffers-row', (event) => rows.push((event as CustomEvent).detail), { once: true });
    await userEvent.click(one(element, '[part=row] button'));
    expect(rows).toMatchObject([{ groupBy: 'offer', key: '4', label: 'Lamp Shop', values: { clicks: 6 } }]);
  });
});

describe('the element', () => {
  it('has its data as a property that cannot be set', async () => {
    const element = await show();
    expect(element.data?.totals.clicks).toBe(104);
    expect(() => Object.assign(element, { data: 1 })).toThrow();
  });

  it('tells the page about another range, which can stop it', async () => {
    const element = await show({ controls: 'period' });
    element.addEventListener('hasoffers-range', (event) => event.preventDefault(), { once: true });
    await userEvent.selectOptions(one(element, 'select'), '30d');
    expect(page.requests).toHaveLength(1);
    await userEvent.selectOptions(one(element, 'select'), '14d');
    await expect.poll(() => element.data?.days.length).toBe(14);
  });

  it('renders an error, and recovers', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('timeout', 'Too slow.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    answerWith(...week);
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => element.state).toBe('ready');
  });

  it('says by itself that the account may not see statistics, without a retry', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('permission', 'Not permitted.');
    });
    const element = await show();
    expect(one(element, '[part=error]').textContent).toBe('These statistics are not open to this account.');
    expect(all(element, '[part=retry]')).toHaveLength(0);
  });

  it('keeps old figures when a refresh fails', async () => {
    const element = await show();
    answer.mockImplementation(() => {
      throw new ApiError('rate-limit', 'Too many.');
    });
    await element.refresh();
    await expect.poll(() => all(element, '[part=stale]').length).toBe(1);
    expect(texts(element, '[part=number-value]')[0]).toBe('104');
    expect(element.matches(':state(stale)')).toBe(true);
  });

  it('is empty without activity, and keeps its controls', async () => {
    answerWith();
    const element = await show({ controls: 'period' });
    expect(element.state).toBe('empty');
    expect(one(element, '[part=empty]').textContent).toBe('No activity in these days.');
    expect(all(element, 'select')).toHaveLength(1);
  });

  it.each([
    ['de', '1.284,60\u00a0$'],
    ['ja', '$1,284.60'],
  ])('writes as %s does', async (lang, amount) => {
    answerWith(row(addDays(today, -1), 3, '1284.60000'));
    expect(texts(await show({ lang }), '[part=number-value]')[2]).toBe(amount);
  });

  it.each(['card', 'numbers', 'chart', 'inline'])('has no accessibility violation as %s', async (layout) => {
    const element = await show({ layout, controls: 'period compare group-by metric', 'group-by': 'offer' });
    for (const toggle of all(element, '[part=table-toggle]')) toggle.click();
    expect(await findViolations(element)).toEqual([]);
  });
});
