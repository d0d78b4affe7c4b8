import { afterEach, describe, expect, it, vi } from 'vitest';
import { answers, create, page, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('loads, exposes its state, and settles `ready` when the result is in the DOM', async () => {
    const element = create();
    expect(element.state).toBe('idle');
    document.body.append(element);
    expect(element.state).toBe('loading');
    expect(element.matches(':state(loading)')).toBe(true);
    await element.ready;
    expect(element.state).toBe('ready');
    expect(shown(element)).toBe('rows: 20');
    expect(element.matches(':state(ready)')).toBe(true);
    expect(element.matches(':state(loading)')).toBe(false);
  });

  it('waits until it comes near the viewport, unless it is eager', async () => {
    const spacer = document.createElement('div');
    spacer.style.height = '5000px';
    const element = create({ loading: 'lazy' });
    document.body.append(spacer, element);
    await settled();
    expect(element.state).toBe('idle');
    expect(answers).not.toHaveBeenCalled();
    spacer.remove();
    await element.ready;
    expect(shown(element)).toBe('rows: 20');
  });

  it('starts when `loading` becomes eager', async () => {
    const element = create({ loading: 'lazy' });
    element.style.display = 'none';
    document.body.append(element);
    await settled();
    expect(element.state).toBe('idle');
    element.loading = 'eager';
    await element.ready;
    expect(element.state).toBe('ready');
  });

  it('prefers its own endpoint and follows a changed default', async () => {
    const clientFor = vi.spyOn(page, 'clientFor');
    const asked = () => clientFor.mock.calls.map(([endpoint]) => endpoint);
    const own = create({ endpoint: '/own' });
    const other = create();
    document.body.append(own, other);
    await Promise.all([own.ready, other.ready]);
    expect(asked()).toEqual(['/own', '/proxy']);
    page.endpoint.value = '/later';
    await settled();
    expect(asked().at(-1)).toBe('/later');
    page.endpoint.value = '/proxy';
    own.endpoint = '';
    await settled();
    expect(asked().at(-1)).toBe('/proxy');
  });
});
