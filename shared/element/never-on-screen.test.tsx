import { afterEach, describe, expect, it } from 'vitest';
import { answers, create, page, reset, settled, shown } from './test-probe.js';

afterEach(reset);

const place = (css: string) => Object.assign(document.createElement('div'), { style: css });
const far = 'position: absolute; top: 100000px';

describe('an element without a box of its own loads when it is near', () => {
  it.each([
    ['display: contents', ''],
    ['display: contents', 'display: contents'],
    ['display: contents', 'display: flex'],
    ['display: contents', 'display: grid'],
    ['display: inline', ''],
    ['display: block; height: 0; overflow: hidden', ''],
    ['position: absolute', 'position: relative'],
  ])('host "%s" in "%s"', async (css, around) => {
    const element = create({ loading: 'lazy' });
    element.style.cssText = css;
    const parent = place(around);
    parent.append(element);
    document.body.append(parent);
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });

  it('and not before', async () => {
    const element = create({ loading: 'lazy' });
    element.style.cssText = 'display: contents';
    const parent = place(far);
    parent.append(element);
    document.body.append(parent);
    await settled();
    await settled();
    expect(element.state).toBe('idle');
    parent.style.cssText = '';
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });
});

it('an element loads when it is near, although its messages have changed meanwhile', async () => {
  const element = create({ loading: 'lazy' });
  const parent = place(far);
  parent.append(element);
  document.body.append(parent);
  await settled();
  page.addMessages({ retry: 'Once more' });
  await expect.poll(() => element.shadowRoot?.querySelector('button')?.textContent).toBe('Once more');
  parent.style.cssText = '';
  await element.ready;
  expect(shown(element)).toBe('rows: 20');
});

describe('printing', () => {
  it.each([
    ['far below', far, ''],
    ['far below, without a box', far, 'display: contents'],
    ['in what is not shown', 'display: none', ''],
    ['not shown itself', '', 'display: none'],
    ['far to the side', 'position: absolute; left: 100000px', ''],
    ['of no size, far below', `${far}; height: 0; overflow: hidden`, ''],
  ])('starts the load of an element that was never on screen: %s', async (_, around, css) => {
    const element = create({ loading: 'lazy' });
    element.style.cssText = css;
    const parent = place(around);
    parent.append(element);
    document.body.append(parent);
    await settled();
    expect(element.state).toBe('idle');
    window.dispatchEvent(new Event('beforeprint'));
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
    window.dispatchEvent(new Event('beforeprint'));
    await settled();
    expect(answers).toHaveBeenCalledOnce();
  });

  it('loads no element without consent, and none that was removed', async () => {
    const [asking, gone] = [create({ loading: 'lazy', consent: '' }), create({ loading: 'lazy' })];
    const parent = place(far);
    parent.append(asking, gone);
    document.body.append(parent);
    await settled();
    gone.remove();
    await settled();
    window.dispatchEvent(new Event('beforeprint'));
    await settled();
    expect(answers).not.toHaveBeenCalled();
  });
});
