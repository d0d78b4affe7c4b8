import { afterEach, describe, expect, it, vi } from 'vitest';
import { create, reset, settled } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('fires hasoffers-load through every shadow boundary, with the data', async () => {
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' });
    document.body.append(outer);
    const heard = vi.fn();
    document.addEventListener('hasoffers-load', (event) => heard((event as CustomEvent).detail), { once: true });
    const element = create();
    outer.shadowRoot?.append(element);
    await element.ready;
    expect(heard).toHaveBeenCalledExactlyOnceWith('rows: 20');
  });

  it('fires a cancelable event of the widget', async () => {
    const element = create();
    element.addEventListener('hasoffers-pressed', (event) => event.preventDefault());
    document.body.append(element);
    await element.ready;
    element.shadowRoot?.querySelector('button')?.click();
    await settled();
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).toBe('false');
  });
});
