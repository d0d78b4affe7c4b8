import { afterEach, describe, expect, it } from 'vitest';
import { answers, create, defineProbe, newTag, type Probe, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('takes properties that were set before the script ran, and later ones', async () => {
    const tag = newTag();
    const element = document.createElement(tag) as Probe;
    element.setAttribute('loading', 'eager');
    element.setAttribute('page-size', '50');
    Object.assign(element, { pageSize: 5, shout: true });
    document.body.append(element);
    defineProbe(tag);
    await element.ready;
    expect(shown(element)).toBe('rows: 5!');
    expect(element.getAttribute('page-size')).toBe('5');
    Object.assign(element, { pageSize: 7, shout: false });
    await settled();
    expect(shown(element)).toBe('rows: 7');
    expect(element.pageSize).toBe(7);
    expect(element.hasAttribute('shout')).toBe(false);
  });

  it('can be created by script and configured in any order', async () => {
    const element = create();
    Object.assign(element, { pageSize: 3 });
    document.body.append(element);
    await element.ready;
    expect(shown(element)).toBe('rows: 3');
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('leaves a tag alone that is already taken', () => {
    const tag = newTag();
    defineProbe(tag);
    const first = customElements.get(tag);
    expect(() => defineProbe(tag)).not.toThrow();
    expect(customElements.get(tag)).toBe(first);
  });
});
