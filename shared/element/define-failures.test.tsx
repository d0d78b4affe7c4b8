import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/errors.js';
import { answers, create, page, reset, settled, shown } from './test-probe.js';

afterEach(reset);

describe('an element', () => {
  it('shows an error, fires an event, logs it, and recovers', async () => {
    answers.mockRejectedValueOnce(new ApiError('network', 'No connection.'));
    const element = create();
    const heard = vi.fn();
    element.addEventListener('hasoffers-error', (event) => heard((event as CustomEvent).detail));
    document.body.append(element);
    await element.ready;
    expect(element.state).toBe('error');
    expect(heard).toHaveBeenCalledExactlyOnceWith({ code: 'network', message: 'No connection.', retryable: true });
    expect(page.logged).toEqual([`${element.localName} network`]);
    await element.refresh();
    await settled();
    expect(shown(element)).toBe('rows: 20');
  });

  it('marks old content as stale when a refresh fails', async () => {
    const element = create();
    document.body.append(element);
    await element.ready;
    answers.mockRejectedValueOnce(new ApiError('upstream', 'Down.'));
    await element.refresh();
    await settled();
    expect(element.state).toBe('ready');
    expect(element.matches(':state(stale)')).toBe(true);
    await element.refresh();
    await settled();
    expect(element.matches(':state(stale)')).toBe(false);
  });

  it('keeps a bug of a view away from the page', async () => {
    answers.mockResolvedValueOnce('crash');
    const element = create();
    const thrown = vi.fn();
    window.addEventListener('error', thrown);
    document.body.append(element);
    await settled();
    expect(thrown).not.toHaveBeenCalled();
    expect(page.logged).toContainEqual(expect.stringContaining('a bug in the view'));
    window.removeEventListener('error', thrown);
  });
});
