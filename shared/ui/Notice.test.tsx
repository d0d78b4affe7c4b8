import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiError, type ErrorCode, errorCodes } from '../api/errors.js';
import { renderInWidget } from '../element/test-context.js';
import { formattersFor } from '../i18n/formatters.js';
import { messages } from '../i18n/messages.js';
import { Notice } from './Notice.js';

afterEach(cleanup);

const noRetry = () => {};

it.each(errorCodes)('shows visitors a message for "%s", without the cause', (code) => {
  const error = new ApiError(code, 'The cause.', { hint: 'The hint.' });
  const { container } = renderInWidget(<Notice error={error} onRetry={noRetry} />);
  expect(container.textContent?.length).toBeGreaterThan(15);
  expect(container.textContent).not.toMatch(/cause|hint/);
});

it('offers a retry only where it can help', () => {
  const retry = vi.fn();
  const show = (code: ErrorCode) => <Notice error={new ApiError(code, '')} onRetry={retry} />;
  const { rerender } = renderInWidget(show('network'));
  fireEvent.click(screen.getByRole('button', { name: messages.retry }));
  expect(retry).toHaveBeenCalledOnce();
  rerender(show('auth'));
  expect(screen.queryByRole('button')).toBeNull();
});

const today = (clock: string) => Date.parse(`${new Date().toDateString()} ${clock}`);

it.each([
  ['en', today('10:42'), /As of 10:42\sAM$/],
  ['en-GB', today('10:42'), /As of 10:42$/],
  ['en-GB', today('22:05'), /As of 22:05$/],
  ['de', today('22:05'), /As of 22:05$/],
  ['ja', today('09:05'), /As of 9:05$/],
  ['ar-EG', today('22:05'), /As of \u2068?١٠:٠٥/],
  ['en-GB', Date.parse('2020-01-31T10:42'), /As of 31 Jan 2020, 10:42$/],
  ['de', Date.parse('2020-01-31T10:42'), /As of 31\.01\.2020, 10:42$/],
])('says in %s since when old data is old, beside the data (%i)', (language, staleSince, text) => {
  const error = new ApiError('timeout', '');
  const given = { language, formatters: formattersFor(language) };
  const { container } = renderInWidget(<Notice error={error} staleSince={staleSince} onRetry={noRetry} />, given);
  expect(container.querySelector('[part=stale] p')?.textContent).toMatch(text);
  expect(container.querySelector('slot')).toBeNull();
});
