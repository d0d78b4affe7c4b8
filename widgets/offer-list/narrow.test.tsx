import { afterEach, expect, it } from 'vitest';
import { answerWith, one, part, reset, show, type TestedElement } from './test-element.js';
import { lumen } from './test-offers.js';

reset();
afterEach(reset);

function setWidth(element: TestedElement, width: number): void {
  element.style.cssText = `width: ${width}px; font-family: sans-serif`;
}

const box = (element: TestedElement, selector: string) => one(element, selector).getBoundingClientRect();

/** What a link shows: its second line is below its edge, and the icon is clipped where it is too small. */
function shownParts(element: TestedElement): string {
  const { bottom } = box(element, '.link');
  const icon = box(element, '.link svg');
  const shown = [box(element, '.label').top < bottom && 'label', icon.top < bottom && icon.width > 0.8 * 16 && 'icon'];
  return shown.filter(Boolean).join(' and ');
}

it.each(['en', 'he'])('a link keeps its label when there is no room for the icon beside it (%s)', async (lang) => {
  answerWith({ ...lumen, default_payout: '1234.00000' });
  const element = await show({ lang });
  const steps: string[] = [];
  for (let width = 226; width < 460; width += 3) {
    setWidth(element, width);
    const shown = shownParts(element);
    if (shown !== steps.at(-1)) steps.push(shown);
  }
  expect(steps).toEqual(['icon', 'label', 'label and icon']);
});

it('where a line holds only a few words, text has the whole width, and payout and link are not cut off', async () => {
  answerWith({
    ...lumen,
    payout_type: 'cpa_flat',
    default_payout: '1234.00000',
    OfferCategory: { 4: { id: '4', name: 'Home & Garden' } },
  });
  for (const layout of ['list', 'grid']) {
    const element = await show({ layout });
    setWidth(element, 160);
    expect(box(element, '.text').width, layout).toBeGreaterThan(120);
    expect(box(element, '.payout strong').height, layout).toBeLessThan(30);
    expect(shownParts(element), layout).toContain('label');
    element.remove();
  }
});

it('cuts off countries before the one category', async () => {
  answerWith({ ...lumen, Country: { SA: { code: 'SA', name: 'SA' }, AE: { code: 'AE', name: 'AE' } } });
  const element = await show();
  setWidth(element, 240);
  const isCut = [...part(element, 'meta').children].map((line) => line.scrollWidth > line.clientWidth);
  expect(isCut).toEqual([false, true]);
});
