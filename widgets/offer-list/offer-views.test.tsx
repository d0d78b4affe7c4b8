import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OfferView } from '../../shared/offer/offer-events.js';
import { layouts, reset, show } from './test-element.js';

let seen: OfferView[] = [];
const remember = (event: Event) => seen.push((event as CustomEvent<OfferView>).detail);

beforeEach(() => {
  reset();
  seen = [];
  document.addEventListener('hasoffers-offer-view', remember);
});
afterEach(() => {
  document.removeEventListener('hasoffers-offer-view', remember);
});

const shown = () => seen.map(({ offer, position }) => `${position} ${offer.id}`).sort();
const poll = (check: () => unknown) => expect.poll(check, { timeout: 10_000 });

describe('hasoffers-offer-view', () => {
  it.each([...layouts, 'carousel'])(
    'tells which offers were on screen, once each, in the layout %s',
    async (layout) => {
      const element = await show({ layout, 'page-size': '2', style: '--hasoffers-card-width: 6em' });
      await poll(shown).toEqual(['1 1', '2 2']);
      await element.refresh();
      document.body.append(document.createElement('section'));
      document.querySelector('section')?.append(element);
      element.setAttribute('page-size', '3');
      element.scrollIntoView({ block: 'end' });
      await poll(shown).toEqual(['1 1', '2 2', '3 3']);
    },
  );

  it("counts on over pages, and the author's own items too", async () => {
    const template = document.createElement('template');
    template.innerHTML = '<b data-bind="name"></b>';
    const element = await show({ 'page-size': '2' }, template);
    await poll(shown).toEqual(['1 1', '2 2']);
    element.shadowRoot?.querySelector<HTMLElement>('[part=next]')?.click();
    await poll(shown).toEqual(['1 1', '2 2', '3 3', '4 4']);
  });

  it('says nothing of what is below the screen', async () => {
    const element = await show({ layout: 'list', 'page-size': '2' });
    element.style.marginTop = '300vh';
    const other = await show({ layout: 'list', 'page-size': '1' });
    other.style.cssText = 'position: fixed; inset-block-start: 0';
    await poll(shown).toEqual(['1 1']);
    expect(seen).toHaveLength(1);
  });
});
