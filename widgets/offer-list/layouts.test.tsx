import { afterEach, describe, expect, it } from 'vitest';
import { all, answerWith, append, findViolations, layouts, part, parts, reset, settled, show } from './test-element.js';
import { lumen, range } from './test-offers.js';

reset();
afterEach(reset);

describe('<hasoffers-offer-list>', () => {
  it.each(layouts)(
    'has no accessibility violation as a %s, with controls, while it loads and when it has loaded',
    async (layout) => {
      answerWith(lumen, ...range(30, 20), { id: 11, require_approval: '1' });
      const element = append({
        layout,
        search: '',
        sortable: '',
        filters: 'category country payout-type',
        fields: 'thumbnail description payout category country expiry preview status',
      });
      expect(await findViolations(element)).toEqual([]);
      await element.ready;
      expect(await findViolations(element)).toEqual([]);
    },
  );

  const few = 'description payout country status';
  it.each(
    layouts.flatMap((layout) =>
      [320, 500, 800, 1200].flatMap((width) => [undefined, few].map((fields) => ({ layout, width, fields }))),
    ),
  )(
    'keeps its height when a full page arrives: $layout, $width px, fields $fields',
    async ({ layout, width, fields }) => {
      // A font whose lines are as high as those of most pages.
      document.body.style.fontFamily = 'sans-serif';
      answerWith(
        lumen,
        ...range(29, 20).map((offer) => ({
          ...offer,
          name: 'An offer with a name that needs two lines of a card',
          description: 'Words. '.repeat(60),
          expiration_date: '2029-01-31 00:00:00',
        })),
      );
      const element = append({ layout, 'page-size': '6', search: '', filters: 'country', ...(fields && { fields }) });
      element.style.width = `${width}px`;
      const before = element.getBoundingClientRect().height;
      await element.ready;
      expect(element.getBoundingClientRect().height).toBe(before);
      await settled();
      expect(element.getBoundingClientRect().height).toBe(before);
    },
  );

  it.each(layouts)(
    'cuts nothing off and needs no scrolling sideways as a %s at 320 px and text twice as large',
    async (layout) => {
      answerWith(lumen, ...range(9, 20));
      const element = append({
        layout,
        'page-size': '3',
        search: '',
        sortable: '',
        filters: 'category country payout-type',
      });
      element.style.cssText = 'width: 320px; --hasoffers-font-size: 32px';
      await element.ready;
      await settled();
      const right = element.getBoundingClientRect().right;
      const visible = all(element, '*').filter(
        (node) => node.checkVisibility() && !node.closest('.hidden, .scroll > *, svg'),
      );
      expect(
        visible.filter((node) => node.getBoundingClientRect().right > right + 1).map((node) => node.className),
      ).toEqual([]);
      for (const name of ['name', 'payout']) {
        for (const node of parts(element, name)) expect(node.scrollHeight).toBeLessThanOrEqual(node.clientHeight + 1);
      }
    },
  );

  it('writes from right to left where the language does', async () => {
    answerWith(lumen);
    const element = await show({ layout: 'list', lang: 'he' });
    const [picture, name] = [part(element, 'thumbnail'), part(element, 'name')].map((node) =>
      node.getBoundingClientRect(),
    );
    expect(picture?.left).toBeGreaterThan(name?.left ?? Number.POSITIVE_INFINITY);
    expect(part(element, 'payout').textContent).toContain('‏2.00');
    // A Latin name reads from left to right, and stands on the picture's side all the same.
    const line = part(element, 'name').parentElement?.getBoundingClientRect();
    expect(name?.right).toBeCloseTo(line?.right ?? 0, 0);
  });

  it('cuts a name off at the end of its script, where there is room for the mark', async () => {
    answerWith({ ...lumen, name: 'Lumen and lamps and shades '.repeat(9) });
    const element = await show({ layout: 'list', lang: 'he' });
    const name = part(element, 'name');
    const text = document.createRange();
    text.selectNodeContents(name);
    expect(text.getBoundingClientRect().left).toBeCloseTo(name.parentElement?.getBoundingClientRect().left ?? 0, 0);
  });

  it('has room for all remarks on a phone', async () => {
    answerWith({
      ...lumen,
      approval_status: 'approved',
      featured: '2026-01-31 00:00:00',
      expiration_date: '2029-12-31 00:00:00',
    });
    const element = await show({ layout: 'list' });
    element.style.cssText = 'width: 300px; font-family: sans-serif';
    await settled();
    const remarks = all(element, '[part~=badge]');
    expect(remarks.map(({ textContent }) => textContent)).toEqual(['Featured', 'Approved', 'Ends Dec 31, 2029']);
    expect(remarks.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  });

  it('shows a drawing of its own where a picture does not load, in the same box', async () => {
    answerWith({ ...lumen, Thumbnail: { id: '9', url: 'http://127.0.0.1:1/a b.png', width: '300', height: '250' } });
    const element = await show();
    const before = part(element, 'thumbnail').getBoundingClientRect().toJSON();
    await expect.poll(() => part(element, 'thumbnail').textContent).toBe('LL');
    expect(part(element, 'thumbnail').getBoundingClientRect().toJSON()).toEqual(before);
  });

  it('puts remarks on the picture, and where there is none, above the name', async () => {
    answerWith({ ...lumen, expiration_date: '2029-01-31 00:00:00' });
    const element = await show();
    const top = (name: string) => part(element, name).getBoundingClientRect().top;
    const bottom = (name: string) => part(element, name).getBoundingClientRect().bottom;
    expect(bottom('badge')).toBeLessThan(top('thumbnail') + 48);
    element.setAttribute('fields', 'expiry status');
    await settled();
    expect(bottom('badge')).toBeLessThan(top('name'));
  });
});
