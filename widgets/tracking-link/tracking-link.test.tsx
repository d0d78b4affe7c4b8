import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ApiError } from '../../shared/api/errors.js';
import type { ApiRequest } from '../../shared/api/request.js';
import { defineWidget } from '../../shared/element/define-widget.js';
import { all, one, showElement, type TestedElement, texts } from '../../shared/element/test-element.js';
import { createTestPage, findViolations } from '../../shared/element/test-page.js';
import { trackingLink } from './tracking-link.js';
import type { TrackingLink } from './tracking-link.types.js';

interface LinkElement extends TestedElement {
  readonly link: TrackingLink | null;
  createLink(params?: object): Promise<TrackingLink | null>;
}

const row = (id: number, offer: object = {}) => ({
  Offer: { id: String(id), name: `Offer ${id}`, allow_website_links: '1', approval_status: 'approved', ...offer },
});
const rows = (count: number) =>
  Object.fromEntries([...'x'.repeat(count)].map((_, index) => [index + 1, row(index + 1)]));

/** As a network of two offers. */
const answerAll = ({ method, params }: ApiRequest<unknown>): unknown => {
  if (method === 'findById') return row(Number(params.id));
  if (method !== 'generateTrackingLink') return rows(2);
  return {
    click_url: `https://go.example/aff_c?offer_id=${params.offer_id}&s=${(params.params as { aff_sub?: string }).aff_sub ?? ''}`,
  };
};
const answer = vi.fn(answerAll);
const page = createTestPage((request) => answer(request));
// The session has tests of its own.
const { signedIn: _, ...publicTrackingLink } = trackingLink;
defineWidget(publicTrackingLink, page);

const show = (attributes: Record<string, string> = {}) =>
  showElement<LinkElement>('hasoffers-tracking-link', { lang: 'en', ...attributes });

const created = () => page.requests.filter(({ method }) => method === 'generateTrackingLink').length;

afterEach(() => {
  document.body.replaceChildren();
  page.requests.length = 0;
  answer.mockReset().mockImplementation(answerAll);
});

describe('the link', () => {
  it('is shown, said once, and told to the page', async () => {
    const element = await show({ offer: '1', 'aff-sub': 'blog' });
    const links: unknown[] = [];
    element.addEventListener('hasoffers-link', (event) => links.push((event as CustomEvent).detail));
    await userEvent.click(one(element, '[part=button]'));
    await expect.poll(() => texts(element, '[part=link]')).toEqual(['https://go.example/aff_c?offer_id=1&s=blog']);
    await expect.poll(() => texts(element, '[role=status]')).toEqual(['Your link is ready.']);
    await expect.poll(() => links).toMatchObject([{ offer: { id: '1' }, params: { aff_sub: 'blog' } }]);
    expect(element.link).toBe(links[0]);
    expect(() => Object.assign(element, { link: 1 })).toThrow();
  });

  it('gives way when a value changes, and keeps its place', async () => {
    const element = await show({ offer: '1' });
    await userEvent.click(one(element, '[part=button]'));
    await expect.poll(() => all(element, '[part=qr-image]').length).toBe(1);
    const { height } = element.getBoundingClientRect();
    await userEvent.fill(one(element, 'input'), 'x');
    await expect.poll(() => getComputedStyle(one(element, '[part=link]')).visibility).toBe('hidden');
    expect(element.getBoundingClientRect().height).toBe(height);
    expect(element.link).toBeNull();
  });

  it('can be created by a method of the element', async () => {
    const element = await show({ offer: '1' });
    expect(await element.createLink({ aff_sub: 'x' })).toMatchObject({
      url: 'https://go.example/aff_c?offer_id=1&s=x',
    });
    await expect.poll(() => (one(element, 'input') as HTMLInputElement).value).toBe('x');
  });

  it('is no link where the network gives none', async () => {
    answer.mockImplementation((request) => (request.method === 'findById' ? row(1) : []));
    const element = await show({ offer: '1' });
    const errors: unknown[] = [];
    element.addEventListener('hasoffers-error', (event) => errors.push((event as CustomEvent).detail));
    await userEvent.click(one(element, '[part=button]'));
    await expect.poll(() => texts(element, '[part~=note]')).toEqual(['No link can be created for this offer.']);
    await expect.poll(() => errors).toMatchObject([{ code: 'not-found' }]);
  });

  it('of a thousand letters has a QR code, one that is longer has a remark', async () => {
    answer.mockImplementation((request) =>
      request.method === 'findById' ? row(1) : { click_url: `https://go.example/${'x'.repeat(3000)}` },
    );
    const element = await show({ offer: '1', actions: 'qr' });
    await userEvent.click(one(element, '[part=button]'));
    await expect.poll(() => texts(element, '[part~=note]')).toEqual(['This link is too long for a QR code.']);
  });
});

describe('the fields', () => {
  it('say what is wrong beside them', async () => {
    const element = await show({ offer: '1', inputs: 'sub1 sub2' });
    const input = one(element, '#sub2');
    await userEvent.fill(input, 'a b');
    await userEvent.click(one(element, '[part=button]'));
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    expect(one(element, `#${input.getAttribute('aria-describedby')}`).textContent).toMatch(/^Only letters/);
    expect(one(element, '#sub1').getAttribute('aria-invalid')).toBe('false');
    expect(created()).toBe(0);
  });

  it('have no deep link where the offer allows none', async () => {
    answer.mockImplementation(() => row(1, { allow_website_links: '0' }));
    const element = await show({ offer: '1', inputs: 'deep-link' });
    expect(all(element, 'input')).toHaveLength(0);
    expect(texts(element, '[part~=note]')).toEqual(['Links of this offer always lead to the same page.']);
  });

  it('are not there for an offer that may not be promoted', async () => {
    answer.mockImplementation(() => row(1, { require_approval: '1', approval_status: 'rejected' }));
    const element = await show({ offer: '1' });
    expect(all(element, 'form')).toHaveLength(0);
    expect(texts(element, '[part~=note]')).toEqual(['There is no link for this offer yet: Rejected.']);
  });

  it('follow the attributes', async () => {
    const element = await show({ offer: '1' });
    element.setAttribute('inputs', 'sub1 source');
    await expect.poll(() => texts(element, 'label')).toEqual(['Sub-ID 1', 'Source']);
    element.setAttribute('offer', '2');
    await expect.poll(() => texts(element, '[part=name]')).toEqual(['Offer 2']);
  });
});

describe('the choice', () => {
  it.each([
    [50, 'select'],
    [51, '[role=combobox]'],
  ])('of %i offers is a %s', async (count, selector) => {
    answer.mockImplementation(() => rows(count));
    expect(all(await show(), selector)).toHaveLength(1);
  });

  it('searches by name or id, and keeps what was chosen when it is left', async () => {
    answer.mockImplementation(() => ({ ...rows(60), 61: row(61, { name: 'Café <b>Luna</b>' }) }));
    const element = await show();
    const input = one(element, '[role=combobox]') as HTMLInputElement;
    await userEvent.fill(input, 'cafe');
    await expect.poll(() => texts(element, '[role=option]')).toEqual(['Café Luna']);
    await expect.poll(() => texts(element, '[role=status]')).toEqual(['1 offer']);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => input.getAttribute('aria-activedescendant')).toBe('option-0');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => input.value).toBe('Café Luna');
    await userEvent.fill(input, '61');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => input.value).toBe('Café Luna');
    expect(created()).toBe(0);
  });
});

describe('the element', () => {
  it('renders an error, and recovers', async () => {
    answer.mockImplementation(() => {
      throw new ApiError('timeout', 'Too slow.');
    });
    const element = await show({ offer: '1' });
    expect(element.state).toBe('error');
    answer.mockImplementation(answerAll);
    await userEvent.click(one(element, '[part=retry]'));
    await expect.poll(() => element.state).toBe('ready');
  });

  it('keeps its link when it is moved', async () => {
    const element = await show({ offer: '1' });
    await element.createLink();
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await expect.poll(() => all(element, '[part=link]').length).toBe(1);
    expect(created()).toBe(1);
  });

  it('is empty without offers', async () => {
    answer.mockImplementation(() => []);
    const element = await show();
    expect(element.state).toBe('empty');
    expect(texts(element, '[part=empty]')).toEqual(['No offers yet.']);
  });

  it('has no accessibility violation', async () => {
    const element = await show({ offer: '1', inputs: 'deep-link sub1', actions: 'copy qr share open html' });
    await element.createLink();
    await expect.poll(() => all(element, '[part=qr-image]').length).toBe(1);
    expect(await findViolations(element)).toEqual([]);
  });
});
