import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError, type ErrorCode, errorCodes } from '../api/errors.js';
import { renderInWidget } from '../element/test-context.js';
import { messages } from '../i18n/messages.js';
import { Notice } from './Notice.js';

afterEach(cleanup);

const noRetry = () => {};

it.each(errorCodes)('has a message for visitors in case of "%s", and none of the cause', (code) => {
  const error = new ApiError(code, 'The cause.', { hint: 'The cure.' });
  const { container } = renderInWidget(<Notice error={error} isStale={false} onRetry={noRetry} />);
  expect(container.textContent?.length).toBeGreaterThan(15);
  expect(container.textContent).not.toMatch(/cause|cure/);
});

it('offers a second try only where it can help', () => {
  const retry = vi.fn();
  const show = (code: ErrorCode) => <Notice error={new ApiError(code, '')} isStale={false} onRetry={retry} />;
  const { rerender } = renderInWidget(show('network'));
  fireEvent.click(screen.getByRole('button', { name: messages.retry }));
  expect(retry).toHaveBeenCalledOnce();
  rerender(show('auth'));
  expect(screen.queryByRole('button')).toBeNull();
});

it('says that old data is old, beside the data', () => {
  const error = new ApiError('timeout', '');
  const { container } = renderInWidget(<Notice error={error} isStale={true} onRetry={noRetry} />);
  expect(container.textContent).toContain(messages.stale);
  expect(container.querySelector('slot')).toBeNull();
});
