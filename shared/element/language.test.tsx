import { afterEach, describe, expect, it } from 'vitest';
import { create, reset, settled } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('takes its language from the nearest ancestor, through shadow roots, and writes in its direction', async () => {
    const outer = document.createElement('div');
    outer.lang = 'he';
    outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    const element = create();
    outer.shadowRoot?.append(element);
    await element.ready;
    const root = element.shadowRoot?.querySelector('.root') as HTMLElement;
    expect([root.lang, root.dir]).toEqual(['he', 'rtl']);
    element.lang = 'de';
    await settled();
    expect([root.lang, root.dir]).toEqual(['de', 'ltr']);
    element.lang = 'not a language';
    await settled();
    expect(root.lang).toBe('he');
  });

  it('follows an ancestor whose language changes', async () => {
    const box = document.createElement('div');
    const element = create();
    box.append(element);
    document.body.append(box);
    await element.ready;
    const root = element.shadowRoot?.querySelector('.root');
    box.lang = 'he';
    await settled();
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual(['he', 'rtl']);
    box.lang = 'es';
    await settled();
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual(['es', 'ltr']);
  });

  it.each([
    ['ar-EG', 'rtl'],
    ['ckb', 'rtl'],
    ['az-Arab', 'rtl'],
    ['uz', 'ltr'],
    ['zh-TW', 'ltr'],
  ])('writes %s from the right side: %s', async (lang, direction) => {
    const element = create({ lang });
    document.body.append(element);
    await element.ready;
    expect(element.shadowRoot?.querySelector('.root')?.getAttribute('dir')).toBe(direction);
  });
});
