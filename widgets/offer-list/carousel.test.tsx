import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, answerWith, findViolations, one, part, parts, partTexts, reset, show } from './test-element.js';
import { range } from './test-offers.js';

beforeEach(reset);

const isOff = (element: Element, name: string) => part(element, name).getAttribute('aria-disabled');
const firstInView = (element: Element) => {
  const { left, right } = part(element, 'track').getBoundingClientRect();
  const seen = parts(element, 'offer').find((offer) => {
    const box = offer.getBoundingClientRect();
    return box.left >= left - 1 && box.right <= right + 1;
  });
  return seen?.getAttribute('aria-label');
};

describe.each([
  ['left to right', 'en'],
  ['right to left', 'ar'],
])('the carousel, from %s', (_, lang) => {
  const open = (attributes: Record<string, string> = {}) =>
    show({ layout: 'carousel', 'page-size': '12', lang, dir: lang === 'ar' ? 'rtl' : 'ltr', ...attributes });

  it('goes on and back by its buttons, which are off at the ends', async () => {
    const element = await open();
    expect(parts(element, 'offer')).toHaveLength(12);
    await expect.poll(() => [isOff(element, 'previous'), isOff(element, 'next')]).toEqual(['true', 'false']);
    expect(firstInView(element)).toBe('Offer 1');
    part(element, 'next').click();
    await expect.poll(() => isOff(element, 'previous')).toBe('false');
    await expect.poll(() => firstInView(element)).not.toBe('Offer 1');
    part(element, 'track').style.scrollBehavior = 'auto';
    for (let step = 0; step < 12; step += 1) {
      if (isOff(element, 'next') === 'true') break;
      const before = part(element, 'track').scrollLeft;
      part(element, 'next').click();
      await expect
        .poll(() => part(element, 'track').scrollLeft !== before || isOff(element, 'next') === 'true')
        .toBe(true);
    }
    await expect.poll(() => isOff(element, 'next')).toBe('true');
  });

  it('is scrolled by the arrow keys', async () => {
    const element = await open();
    part(element, 'track').focus();
    await userEvent.keyboard(lang === 'ar' ? '{ArrowLeft}' : '{ArrowRight}');
    await expect.poll(() => Math.abs(part(element, 'track').scrollLeft)).toBeGreaterThan(0);
  });

  it('brings the card into view that gets the focus', async () => {
    const element = await open();
    parts(element, 'link').at(-1)?.focus();
    await expect.poll(() => isOff(element, 'next')).toBe('true');
  });
});

describe('the carousel', () => {
  it('has no buttons for one offer, and hides them where all are in view', async () => {
    answerWith(...range(1));
    expect(all(await show({ layout: 'carousel' }), '[part=next], [part=previous]')).toEqual([]);
    answerWith(...range(2));
    const element = await show({ layout: 'carousel', style: 'width: 60em' });
    await expect.poll(() => getComputedStyle(part(element, 'next')).visibility).toBe('hidden');
  });

  it('has no page numbers and begins anew with another list', async () => {
    const element = await show({ layout: 'carousel', 'page-size': '12' });
    expect(all(element, '[part=pager], [part=count]')).toEqual([]);
    part(element, 'track').scrollLeft = 900;
    await expect.poll(() => part(element, 'track').scrollLeft).toBeGreaterThan(300);
    answerWith(...range(12, 60));
    element.setAttribute('category', '4');
    await expect.poll(() => partTexts(element, 'name')[0]).toBe('Offer 60');
    await expect.poll(() => part(element, 'track').scrollLeft).toBe(0);
  });

  it("shows the author's own items", async () => {
    const template = document.createElement('template');
    template.innerHTML = '<b data-bind="name"></b>';
    const element = await show({ layout: 'carousel', 'page-size': '3' }, template);
    expect(one(element, '[part=track] ul').children).toHaveLength(3);
  });

  it('has no violation', async () => {
    expect(await findViolations(await show({ layout: 'carousel' }))).toEqual([]);
  });
});
