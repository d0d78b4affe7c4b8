import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../shared/api/errors.js';
import { messages } from '../../shared/i18n/messages.js';
import {
  all,
  answer,
  answerWith,
  findViolations,
  layouts,
  one,
  page,
  part,
  parts,
  partTexts,
  reset,
  settled,
  show,
} from './test-element.js';
import { lumen, range } from './test-offers.js';

reset();
afterEach(reset);

describe('<hasoffers-offer-list>', () => {
  it.each(layouts)('shows an offer as a %s', async (layout) => {
    answerWith(lumen);
    const element = await show({ layout });
    expect(partTexts(element, 'name')).toEqual(['Lumen & Lamps | UK']);
    expect(partTexts(element, 'description')).toEqual(['Light for everybody & all']);
    expect(part(element, 'payout').textContent).toBe('€2.00 + 5% of the sale');
    expect(part(element, 'payout').title).toBe('CPA + CPS');
    expect(part(element, 'thumbnail').textContent).toBe('LL');
    expect(part(element, 'list').textContent).toContain('Home');
    expect(part(element, 'list').textContent).toContain('Germany, France');
    expect(part(element, 'list').textContent).toContain('Germany, France +2: Germany, France, Italy, United Kingdom');
    expect(part(element, 'link').getAttribute('href')).toBe('http://go.example/aff_c?offer_id=1&aff_id=94');
  });

  it('fires hasoffers-load with what is shown, through every shadow boundary', async () => {
    const heard = vi.fn();
    document.addEventListener('hasoffers-load', (event) => heard((event as CustomEvent).detail), { once: true });
    await show({ 'page-size': '2' });
    expect(heard).toHaveBeenCalledExactlyOnceWith({
      offers: [expect.objectContaining({ id: '1' }), expect.objectContaining({ id: '2' })],
      page: 1,
      pageCount: 25,
      total: 50,
    });
  });

  it('changes its layout without a request', async () => {
    const element = await show();
    element.setAttribute('layout', 'table');
    await settled();
    expect(part(element, 'list').localName).toBe('table');
    expect(page.requests).toHaveLength(1);
  });

  it('touches no offer when something else changes, and of its own changes only what is another', async () => {
    answerWith({ ...lumen, id: 11 }, lumen);
    const element = await show({ search: '' });
    const changed: string[] = [];
    const touched: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const { part, className, nodeName } = target as Element;
        changed.push(part?.value ?? nodeName);
        if (!part?.value) touched.push(className);
      }
    });
    observer.observe(part(element, 'list'), { subtree: true, childList: true, attributes: true, characterData: true });
    for (const [name, value] of [
      ['theme', 'dark'],
      ['layout', 'list'],
      ['loading', 'lazy'],
    ] as const) {
      element.setAttribute(name, value);
    }
    await settled();
    // The class of the layout stands on the list itself.
    expect(changed).toEqual(['list']);
    answerWith({ ...lumen, id: 11 }, { ...lumen, description: 'Other words' });
    await element.refresh();
    await settled();
    expect(partTexts(element, 'description')[1]).toBe('Other words');
    // A text that changes is a new node, so that the change is that of the node around it.
    expect([...new Set(changed)]).toEqual(['list', '']);
    expect([...new Set(touched)]).toEqual(['words']);
  });

  it('shows only the fields of the attribute, and requests no relation in vain', async () => {
    answerWith(lumen);
    const element = await show({ fields: 'payout', link: 'none' });
    expect([parts(element, 'thumbnail'), parts(element, 'description'), parts(element, 'link')]).toEqual([[], [], []]);
    expect(answer.mock.calls[0]?.[0].params.contain).toEqual([]);
  });

  it('keeps page and place when it is moved', async () => {
    const element = await show();
    const list = part(element, 'list');
    const other = document.createElement('section');
    document.body.append(other);
    other.append(element);
    await settled();
    expect(part(element, 'list')).toBe(list);
    expect(page.requests).toHaveLength(1);
  });

  it('shows an error, and recovers', async () => {
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'Cause for the author.');
    });
    const element = await show();
    expect(element.state).toBe('error');
    expect(part(element, 'error').textContent).toContain(messages.errorTemporary);
    expect(await findViolations(element)).toEqual([]);
    part(element, 'retry').click();
    await expect.poll(() => element.state).toBe('ready');
    expect(parts(element, 'offer')).toHaveLength(20);
  });

  it('keeps a good page beside the failure of the next one, with a way to try again', async () => {
    const element = await show();
    answer.mockImplementationOnce(() => {
      throw new ApiError('network', 'No connection.');
    });
    one(element, '[aria-label="Page 2"]').click();
    await settled();
    expect(part(element, 'stale').textContent).toMatch(/This may be out of date\. As of \d+:\d\d/);
    expect(partTexts(element, 'name')[0]).toBe('Offer 1');
    expect(one(element, '[aria-current]').textContent).toBe('1');
    expect(await findViolations(element)).toEqual([]);
    part(element, 'retry').click();
    await expect.poll(() => partTexts(element, 'name')[0]).toBe('Offer 21');
  });

  it("shows the page's own message for an empty list", async () => {
    answerWith();
    const own = Object.assign(document.createElement('p'), { slot: 'empty', textContent: 'Come back soon!' });
    const element = await show({}, own);
    expect(element.state).toBe('empty');
    expect(own.checkVisibility()).toBe(true);
    expect(await findViolations(element)).toEqual([]);
  });

  it('shows changed offers after a browser translator has wrapped every text', async () => {
    const element = await show({ 'page-size': '1' });
    const walker = document.createTreeWalker(element.shadowRoot as Node, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    for (const text of found) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
    answerWith({ ...lumen, id: 1 });
    await element.refresh();
    expect(part(element, 'name').textContent).toBe('Lumen & Lamps | UK');
    expect(part(element, 'payout').textContent).toBe('€2.00 + 5% of the sale');
    expect(part(element, 'count').textContent).toBe('1–1 of 1');
  });

  it('has no name in it that ad blockers hide', async () => {
    answerWith(lumen, ...range(30, 20));
    for (const layout of layouts) {
      const element = await show({ layout, search: '', filters: 'country' });
      const names = all(element, '*').flatMap((node) => [
        node.id,
        node.getAttribute('class'),
        node.getAttribute('part'),
      ]);
      expect(names.filter((name) => /\bad-|adv|sponsor|affiliate|promo|banner/i.test(name ?? ''))).toEqual([]);
    }
  });

  it('sets no style attribute, which a strict policy would forbid', async () => {
    const element = await show();
    expect(all(element, '[style]')).toEqual([]);
  });
});

describe('the state of an offer', () => {
  it.each([
    [{}, messages.open, true],
    [{ approval_status: 'approved' }, messages.approved, true],
    [{ approval_status: 'pending' }, messages.pending, false],
    [{ approval_status: 'rejected' }, messages.rejected, false],
    [{ require_approval: '1' }, messages.apply, false],
    [{ require_terms_and_conditions: 1 }, messages.terms, false],
    [{ is_expired: '1' }, messages.expired, false],
  ])('%j is shown as "%s", with a link: %s', async (given, words, linked) => {
    answerWith({ ...range(1)[0], id: 1, ...given });
    const element = await show();
    expect(partTexts(element, 'badge')).toEqual([words]);
    expect(parts(element, 'link')).toHaveLength(linked ? 1 : 0);
    expect(parts(element, 'disclosure')).toHaveLength(linked ? 1 : 0);
    element.setAttribute('fields', 'payout');
    await settled();
    // Why there is no link is said in any case.
    expect(partTexts(element, 'badge')).toEqual(linked ? [] : [words]);
  });
});

describe('the disclosure', () => {
  it('stands before the first link, with the given or the built-in text, and can be removed', async () => {
    const element = await show();
    const disclosure = part(element, 'disclosure');
    expect(disclosure.textContent).toBe(messages.disclosure);
    expect(disclosure.compareDocumentPosition(part(element, 'link')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(part(element, 'list').getAttribute('aria-describedby')).toBe(disclosure.id);
    element.setAttribute('disclosure', 'Paid links.');
    await settled();
    expect(part(element, 'disclosure').textContent).toBe('Paid links.');
    element.setAttribute('disclosure', '');
    await settled();
    expect(parts(element, 'disclosure')).toEqual([]);
  });

  it('is not there where no link pays', async () => {
    const element = await show({ link: 'none', disclosure: 'Paid links.' });
    expect(parts(element, 'disclosure')).toEqual([]);
    answerWith({ ...lumen, preview_url: 'https://shop.example/' });
    const preview = await show({ link: 'preview' });
    expect(parts(preview, 'disclosure')).toEqual([]);
  });
});
