import { ApiError, errorCodes } from '../../shared/api/errors.js';
import { failure } from '../../shared/api/failure.js';
import { formattersFor } from '../../shared/i18n/formatters.js';
import { messages } from '../../shared/i18n/messages.js';
import { errorMessage } from '../../shared/ui/error-message.js';
import type { ErrorEntry } from './model.js';
import { readDoc, readSource } from './source.js';

const english = { messages, formatters: formattersFor('en') };

/** Every code of `hasoffers-error`: what it means, what visitors read, what the integrator reads. */
export function readErrors(): readonly ErrorEntry[] {
  const { doc } = readDoc(readSource('shared/api/errors.ts'), 'export const errorCodes');
  return errorCodes.map((code) => {
    const text = doc.tags.find(({ name }) => name === code)?.text;
    if (!text) throw new Error(`The code ${code} has no line "@code ${code} - …".`);
    const { retryable } = new ApiError(code, '');
    // A wrong endpoint has messages of its own: shared/page/endpoint.ts.
    const { message, hint } = failure(code);
    const consoleMessage = code === 'config' ? 'Says what is wrong with the endpoint.' : `${message} ${hint}`;
    return { name: code, text, retryable, visitorMessage: errorMessage({ code }, undefined, english), consoleMessage };
  });
}
