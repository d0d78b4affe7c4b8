import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { parts, partTexts, said, showElement, type TestedElement } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { messages } from './messages.js';

interface MessagesElement extends TestedElement {
  limit: number;
  layout: string;
  since: string | null;
}

const answer = vi.fn<() => unknown>();
const page = createTestPage(() => answer());
// The session has tests of its own.
const { signedIn: _, ...publicMessages } = messages;
defineWidget(publicMessages, page);

const alert = (id: number, fields: object = {}) => ({
  Alert: {
    id: `${id}`,
    title: `Title ${id}`,
    content: `<p>Text ${id}</p>`,
    datetime: '2026-07-01 07:00:00',
    ...fields,
  },
});
const three = [
  alert(1),
  alert(3, { title: 'Application approved', type_code: '601' }),
  alert(2, { title: '', content: '<p>One</p><p>Two</p>', type_code: '602' }),
];

const show = (attributes: Record<string, string> = {}) =>
  showElement<MessagesElement>('hasoffers-messages', { lang: 'en-US', ...attributes });

const shownBodies = (element: Element) =>
  parts(element, 'body')
    .filter((node) => node.checkVisibility())
    .map((node) => node.textContent);
const [toggleOf, badgeOf] = ['toggle', 'badge'].map(
  (part) => (element: Element) => parts(element, part)[0] as HTMLElement,
) as [(element: Element) => HTMLElement, (element: Element) => HTMLElement];

answer.mockReturnValue(three);
afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset().mockReturnValue(three);
});

describe('<hasoffers-messages>', () => {
  it('lists messages, newest first, closed, with what became of an application in words', async () => {
    const element = await show();
    expect(partTexts(element, 'title')).toEqual(['Application approved', 'Denied', 'Title 1']);
    expect(partTexts(element, 'kind')).toEqual(['Approved']);
    expect(parts(element, 'time').map((time) => time.getAttribute('datetime'))[0]).toBe('2026-07-01T07:00:00.000Z');
    expect(shownBodies(element)).toEqual([]);
  });

  it('opens and closes a message from the keyboard', async () => {
    const element = await show();
    const toggle = parts(element, 'toggle')[1] as HTMLElement;
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => shownBodies(element)).toEqual(['One\nTwo']);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(element.shadowRoot?.getElementById(toggle.getAttribute('aria-controls') ?? '')?.textContent).toBe(
      'One\nTwo',
    );
    await userEvent.keyboard(' ');
    await expect.poll(() => shownBodies(element)).toEqual([]);
  });

  it('opens a message by a click beside its title', async () => {
    const element = await show();
    parts(element, 'time')[0]?.scrollIntoView();
    const { left, top, height } = (parts(element, 'time')[0] as HTMLElement).getBoundingClientRect();
    const target = element.shadowRoot?.elementFromPoint(left + 2, top + height / 2);
    expect(target).toBe(toggleOf(element));
  });

  it('tells the page what is opened, and not what is closed, across the shadow boundary', async () => {
    const element = await show();
    const opened: unknown[] = [];
    const note = (event: Event) => opened.push((event as CustomEvent).detail);
    document.addEventListener('hasoffers-message', note);
    await userEvent.click(toggleOf(element));
    await expect.poll(() => shownBodies(element)).toEqual(['Text 3']);
    await userEvent.click(toggleOf(element));
    await expect.poll(() => shownBodies(element)).toEqual([]);
    document.removeEventListener('hasoffers-message', note);
    expect(opened).toEqual([{ id: '3', kind: 'approved' }]);
  });

  it('opens nothing where the page prevents it', async () => {
    const element = await show();
    element.addEventListener('hasoffers-message', (event) => event.preventDefault());
    await userEvent.click(toggleOf(element));
    expect(toggleOf(element).getAttribute('aria-expanded')).toBe('false');
    expect(shownBodies(element)).toEqual([]);
  });

  it('has no button for a message without text', async () => {
    answer.mockReturnValue([alert(1, { content: '' })]);
    const element = await show();
    expect([partTexts(element, 'title'), parts(element, 'toggle')]).toEqual([['Title 1'], []]);
  });

  it('says how many there are beyond its limit, and shows more without a request', async () => {
    const element = await show();
    const details: { count: number; messages: readonly unknown[] }[] = [];
    element.addEventListener('hasoffers-load', (event) => details.push((event as CustomEvent).detail));
    element.limit = 2;
    await expect.poll(() => partTexts(element, 'note')).toEqual(['2 of 3']);
    expect(parts(element, 'message')).toHaveLength(2);
    expect(details.map((detail) => [detail.count, detail.messages.length])).toEqual([[3, 2]]);
    expect(page.requests).toHaveLength(1);
  });

  it('is a number with a name as a badge', async () => {
    const element = await show({ layout: 'badge', limit: '1' });
    const badge = badgeOf(element);
    expect([badge.textContent, badge.getAttribute('role'), badge.getAttribute('aria-label')]).toEqual([
      '3',
      'img',
      '3 messages',
    ]);
    answer.mockReturnValue([alert(1)]);
    await element.refresh();
    await expect.poll(() => badgeOf(element).getAttribute('aria-label')).toBe('1 message');
    expect(said(element)).toBe('1 message');
  });

  it.each([
    ['list', ['No messages.']],
    ['badge', []],
  ])('is empty without messages as %s', async (layout, said) => {
    answer.mockReturnValue(false);
    const element = await show({ layout });
    expect([element.state, partTexts(element, 'empty'), parts(element, 'badge')]).toEqual(['empty', said, []]);
  });

  it('is empty where all are older', async () => {
    expect((await show({ since: '2026-08-01' })).state).toBe('empty');
  });

  it('gives each message its own direction', async () => {
    answer.mockReturnValue([alert(1, { title: 'عروض', content: '<p>أضفنا</p>' })]);
    const element = await show();
    await userEvent.click(toggleOf(element));
    await expect.poll(() => shownBodies(element)).toEqual(['أضفنا']);
    for (const part of ['title', 'body']) {
      expect(getComputedStyle(parts(element, part)[0] as HTMLElement).direction).toBe('rtl');
    }
  });

  it('renders an error, and recovers', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('timeout', 'Too slow.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    answer.mockReset().mockReturnValue(three);
    await userEvent.click(parts(element, 'retry')[0] as HTMLElement);
    await expect.poll(() => partTexts(element, 'title')).toHaveLength(3);
  });

  it('keeps an open message, marked as old, when a refresh fails', async () => {
    const element = await show();
    await userEvent.click(toggleOf(element));
    answer.mockImplementation(() => {
      throw new ApiError('rate-limit', 'Too many.');
    });
    await element.refresh();
    await expect.poll(() => parts(element, 'stale')).toHaveLength(1);
    expect(shownBodies(element)).toEqual(['Text 3']);
    expect(element.matches(':state(stale)')).toBe(true);
  });

  it('keeps an open message, without a request, when it is moved', async () => {
    const element = await show();
    await userEvent.click(toggleOf(element));
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.ready;
    await expect.poll(() => shownBodies(element)).toEqual(['Text 3']);
    expect(page.requests).toHaveLength(1);
  });

  it.each([
    ['list', 'light', 'en'],
    ['list', 'dark', 'ar'],
    ['badge', 'light', 'de'],
    ['badge', 'dark', 'en'],
  ])('has no accessibility violation as %s, %s, in %s', async (layout, theme, lang) => {
    const element = await show({ layout, theme, lang, limit: '2' });
    for (const toggle of parts(element, 'toggle')) toggle.click();
    expect(await findViolations(element)).toEqual([]);
  });
});
