import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '../api/errors.js';
import { messages } from '../i18n/messages.js';
import { answers, create, page, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('shows changed messages at once', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    page.messages.value = { ...messages, retry: 'Encore' };
    await settled();
    expect(element.shadowRoot?.querySelector('button')?.textContent).toBe('Encore');
  });

  it('keeps the focus when the focused control goes away', async () => {
    answers.mockRejectedValueOnce(new ApiError('network', 'No connection.'));
    const element = create();
    document.body.append(element);
    await element.ready;
    const again = element.shadowRoot?.querySelector<HTMLElement>('.again');
    again?.focus();
    again?.click();
    await settled();
    expect(shown(element)).toBe('rows: 20');
    expect(document.activeElement).toBe(element);
    expect(element.shadowRoot?.activeElement).not.toBeNull();
  });

  it('hides its fallback children, respects `hidden`, and is a block', async () => {
    const element = create();
    element.append('Please enable JavaScript.');
    document.body.append(element);
    await element.ready;
    expect(getComputedStyle(element).display).toBe('block');
    const range = document.createRange();
    range.selectNodeContents(element);
    expect(range.getClientRects()).toHaveLength(0);
    element.hidden = true;
    expect(getComputedStyle(element).display).toBe('none');
  });
});
