import type { Wire, WireRecord } from './php-json.js';
import type { PhpArray } from './php-params.js';

/** What a method answers, before it is wrapped. */
export type Answer =
  | { readonly kind: 'data'; readonly data: Wire }
  | { readonly kind: 'error'; readonly message: string; readonly errors?: Wire; readonly httpStatus?: number };

export function answer(data: Wire): Answer {
  return { kind: 'data', data };
}

export function failure(message: string): Answer {
  return { kind: 'error', message };
}

/** The recorded form of a validation error: one item per attribute, `publicMessage` on the first one only. */
export function invalidAttribute(attribute: string, detail: string, message: string): Answer {
  const item = { err_code: 3, err_msg: detail, attribute_name: attribute, publicMessage: message };
  return { kind: 'error', message, errors: [item] };
}

/** The envelope of everything that reaches the application. `request` repeats all parameters, the key included. */
export function envelope(request: PhpArray, result: Answer): WireRecord {
  return { request: request as ReadonlyMap<string, Wire>, response: response(result) };
}

function response(result: Answer): WireRecord {
  if (result.kind === 'data') {
    return { status: 1, httpStatus: 200, data: result.data, errors: [], errorMessage: null };
  }
  return {
    status: -1,
    httpStatus: result.httpStatus ?? 200,
    data: '',
    errors: result.errors ?? [{ publicMessage: result.message }],
    errorMessage: result.message,
  };
}

/** Errors from before the application: no `request`, no `status`, and `errors` is an object or a list. */
export function earlyError(message: string, shape: 'object' | 'list'): WireRecord {
  const error = { publicMessage: message };
  return { response: { errors: shape === 'object' ? error : [error], link: 'http://developers.hasoffers.com/' } };
}
