import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError, errorCodes } from '../api/errors.js';
import { messages as t } from '../messages.js';
import { showNotice } from './Notice.js';

afterEach(cleanup);

it('is nothing where nothing failed', () => {
  const { container } = render(showNotice({ status: 'ready', data: 1 }, t, () => {}));
  expect(container.textContent).toBe('');
});

it.each(errorCodes)('has a sentence for visitors in case of "%s", and none of the cause', (code) => {
  const error = new ApiError(code, 'The cause.', { cure: 'The cure.' });
  const { container } = render(showNotice({ status: 'error', error }, t, () => {}));
  expect(container.textContent?.length).toBeGreaterThan(15);
  expect(container.textContent).not.toMatch(/cause|cure/);
});

it('offers a second try only where it can help', () => {
  const retry = vi.fn();
  const show = (code: 'network' | 'auth') => showNotice({ status: 'error', error: new ApiError(code, '') }, t, retry);
  const { rerender } = render(show('network'));
  fireEvent.click(screen.getByRole('button', { name: t.retry }));
  expect(retry).toHaveBeenCalledOnce();
  rerender(show('auth'));
  expect(screen.queryByRole('button')).toBeNull();
});

it('says that old data is old, beside the data', () => {
  const { container } = render(
    showNotice({ status: 'ready', data: 1, error: new ApiError('timeout', '') }, t, () => {}),
  );
  expect(container.textContent).toContain(t.stale);
  expect(container.querySelector('slot')).toBeNull();
});
