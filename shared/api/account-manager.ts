import { line, record, text } from './decode.js';
import { failure } from './failure.js';
import type { ApiRequest } from './request.js';
import type { AccountManager } from './types.js';
import { toEmail, toHttpUrl, toPhone } from './url.js';

/** Asks for the person who looks after this affiliate; `null` when none is assigned. HasOffers docs: no parameters. */
export const getAccountManager = (): ApiRequest<AccountManager | null> => ({
  target: 'Affiliate_Affiliate',
  method: 'getAccountManager',
  params: {},
  decode: toAccountManager,
});

/**
 * Model `Employee`, flat. HasOffers docs: `false` when nobody is assigned; PHP's other ways to say "nothing" mean the
 * same. Which fields a live answer has is unknown, so each may be missing.
 *
 * @throws ApiError `invalid-response` for anything in which nobody can be recognised.
 */
export function toAccountManager(data: unknown): AccountManager | null {
  if (!data || (Array.isArray(data) && !data.length)) return null;
  const employee = record(data) ?? {};
  const firstName = line(employee.first_name) || null;
  const lastName = line(employee.last_name) || null;
  const id = text(employee.id);
  if (!id && !firstName && !lastName) throw failure('invalid-response');
  return {
    id,
    name: `${firstName ?? ''} ${lastName ?? ''}`.trim(),
    firstName,
    lastName,
    title: line(employee.title) || null,
    email: toEmail(employee.email),
    phone: toPhone(employee.phone),
    cellPhone: toPhone(employee.cell_phone),
    chat: line(employee.aim) || null,
    photo: toHttpUrl(employee.photo),
  };
}
