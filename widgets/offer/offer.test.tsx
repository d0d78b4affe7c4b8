import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { messages } from '../../shared/i18n/messages.js';
import {
  all,
  answer,
  answerAll,
  append,
  findViolations,
  methods,
  page,
  part,
  reset,
  show,
  textOf,
  toRow,
} from './test-element.js';

const layouts = ['card', 'row', 'detail', 'button'] as const;
const hrefOf = (element: Element) => part(element, 'link')?.getAttribute('href');

beforeEach(reset);

describe('<hasoffers-offer>', () => {
  it('shows name, description, payout and link', async () => {
    const element = await show({ 'aff-sub': 'x&y' });
    expect(['name', 'description', 'payout'].map((name) => textOf(element, name))).toEqual([
      'Offer 4',
      'About 4',
      '€14.00 per sale',
    ]);
    expect(hrefOf(element)).toBe('http://go.example/aff_c?offer_id=4&aff_sub=x%26y');
    expect(textOf(element, 'disclosure')).toBe(messages.disclosure);
  });

  it('tells what it shows by its event', async () => {
    const heard = new Promise((resolve) => document.addEventListener('hasoffers-load', resolve, { once: true }));
    append();
    expect(((await heard) as CustomEvent).detail).toMatchObject({ id: '4', name: 'Offer 4' });
  });

  it.each(layouts)('says in the layout %s that an offer is pending, and has no link', async (layout) => {
    answer.mockReturnValue(toRow(4, { approval_status: 'pending' }));
    const element = await show({ layout });
    expect(textOf(element, 'badge')).toBe(messages.pending);
    expect([hrefOf(element), textOf(element, 'disclosure')]).toEqual([undefined, undefined]);
  });

  it.each(layouts)('says of the link what it is told to, in the layout %s', async (layout) => {
    const element = await show({ layout, label: 'To the pots' });
    expect(all(element, '.label')[0]?.firstChild?.textContent).toBe('To the pots');
    expect(part(element, 'link')?.textContent).toContain('Offer 4');
  });

  it('shows all countries and what goals pay in detail', async () => {
    answer.mockImplementation((call) =>
      call.method === 'getPayoutDetails'
        ? { goals: [{ name: 'Monthly', payout_type: 'cpa_flat', payout: '8.00' }] }
        : toRow(4, { has_goals_enabled: '1' }),
    );
    const element = await show({ layout: 'detail' });
    expect(textOf(element, 'meta')).toContain('France, Germany, Italy');
    expect(textOf(element, 'goals')).toBe('Monthly€8.00 per sale');
    expect(methods()).toEqual(['findById', 'getPayoutDetails']);
    element.layout = 'card';
    await expect.poll(() => part(element, 'goals')).toBeUndefined();
    expect(textOf(element, 'meta')).toContain('France, Germany +1');
  });

  it('shows a detailed offer without goals where the proxy does not tell them', async () => {
    answer.mockImplementation((call) => {
      if (call.method === 'getPayoutDetails') throw new ApiError('permission', 'No.');
      return toRow(4, { has_goals_enabled: '1' });
    });
    const element = await show({ layout: 'detail' });
    expect([element.state, part(element, 'goals')]).toEqual(['ready', undefined]);
  });

  it('asks for the link alone where nothing else is shown', async () => {
    await show({ layout: 'button' });
    expect(page.requests[0]?.params.contain).toEqual(['TrackingLink']);
  });

  it('shows nothing of the offer before while another one is on its way, and nothing after it failed', async () => {
    const element = await show();
    let arrive: (row: unknown) => void = () => {};
    answer.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    element.offer = '5';
    expect(element.state).toBe('loading');
    await expect.poll(() => part(element, 'link')).toBeUndefined();
    arrive(null);
    await expect.poll(() => element.state).toBe('error');
    expect(textOf(element, 'name')).toBeUndefined();
    answer.mockImplementation(answerAll);
    element.offer = '6';
    await expect.poll(() => hrefOf(element)).toBe('http://go.example/aff_c?offer_id=6');
  });

  it.each(['', '0', '-7', 'abc', '1 2'])('asks for nothing where the id is "%s"', async (id) => {
    const element = append({ offer: id });
    const heard = new Promise((resolve) => element.addEventListener('hasoffers-error', resolve, { once: true }));
    expect(((await heard) as CustomEvent).detail.code).toBe('validation');
    expect(page.requests).toEqual([]);
  });

  it('loads twelve offers by one call, and fails for the unknown one alone', async () => {
    const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 900];
    const elements = ids.map((id) => append({ offer: String(id), layout: id % 2 ? 'button' : 'card' }));
    await Promise.all(elements.map(({ ready }) => ready));
    expect(elements.map(({ state }) => state)).toEqual([...ids.slice(1).map(() => 'ready'), 'error']);
    expect(methods()).toEqual(['findAll']);
    expect(page.logged).toContain('hasoffers-offer not-found');
  });

  it('loads those that come into view together by one call', async () => {
    const elements = [1, 2, 3].map((id) => append({ offer: String(id), loading: 'lazy', layout: 'button' }));
    await Promise.all(elements.map(({ ready }) => ready));
    expect(methods()).toEqual(['findAll']);
  });

  it('keeps the offer and says that it may be old when loading again fails', async () => {
    const element = await show();
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'No connection.');
    });
    await element.refresh();
    await expect.poll(() => part(element, 'stale')).toBeDefined();
    expect(textOf(element, 'name')).toBe('Offer 4');
  });

  it('recovers by "Try again", from the keyboard', async () => {
    answer.mockImplementationOnce(() => {
      throw new ApiError('upstream', 'No.');
    });
    const element = await show();
    part(element, 'retry')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => textOf(element, 'name')).toBe('Offer 4');
  });

  it('survives a move in the page without another call', async () => {
    const element = await show();
    const section = document.body.appendChild(document.createElement('section'));
    section.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    expect([textOf(element, 'name'), methods()]).toEqual(['Offer 4', ['findById']]);
  });

  it('stands in a line of text as a button, as wide before it has loaded as after', async () => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    paragraph.append('Pots by ');
    let arrive: (row: unknown) => void = () => {};
    answer.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    const element = append({ layout: 'button' }, paragraph);
    paragraph.append(' are made by hand.');
    await expect.poll(() => all(element, '.link').length).toBe(1);
    const before = element.getBoundingClientRect();
    arrive(toRow(4));
    await element.ready;
    const after = element.getBoundingClientRect();
    expect([after.width, after.left, after.top]).toEqual([before.width, before.left, before.top]);
    expect(after.width).toBeLessThan(250);
    const lines = new Set(
      [...paragraph.childNodes].map((node) => {
        const range = document.createRange();
        range.selectNode(node);
        return Math.round(range.getBoundingClientRect().bottom / 12);
      }),
    );
    expect(paragraph.getBoundingClientRect().height).toBeLessThan(32);
    expect(lines.size).toBeLessThan(3);
  });

  it('says that a link in a sentence pays by its tooltip, and aloud where the page says how', async () => {
    const element = await show({ layout: 'button' });
    expect(part(element, 'offer')?.title).toBe(messages.disclosure);
    element.setAttribute('disclosure', 'Ad');
    await expect.poll(() => part(element, 'disclosure')?.className).toBe('muted');
    expect(part(element, 'offer')?.title).toBe('');
    element.setAttribute('disclosure', '');
    await expect.poll(() => part(element, 'disclosure')).toBeUndefined();
  });

  it('has no violation in any layout and state', async () => {
    await Promise.all(layouts.map((layout) => show({ layout, 'aria-label': layout })));
    await Promise.all(layouts.map((layout) => show({ layout, offer: '900' })));
    answer.mockReturnValue(new Promise(() => {}));
    for (const layout of layouts) append({ layout, offer: '8' });
    expect(await findViolations(document.body)).toEqual([]);
  });
});
