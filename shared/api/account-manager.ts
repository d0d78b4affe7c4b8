import { line, list, text, type Wire } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';
import type { AccountManager } from './types.js';
import { toEmail, toHttpUrl, toPhone } from './url.js';

/** Asks for the person who looks after this affiliate; `null` when none is assigned. HasOffers docs: no parameters. */
export const getAccountManager = (): ApiRequest<AccountManager | null> =>
  toRequest('Affiliate', 'getAccountManager', {}, toAccountManager);

/**
 * HasOffers docs: `false` when nobody is assigned; PHP's other ways to say "nothing" mean the same.
 *
 * @throws ApiError `invalid-response` for anything in which nobody can be recognised.
 */
export const toAccountManager = (data: unknown): AccountManager | null => list(data, toEmployee)[0] ?? null;

/** Model `Employee`. Which fields a live answer has is unknown, so each may be missing. */
function toEmployee(employee: Wire): AccountManager | null {
  const { first_name, last_name, title, email, phone, cell_phone, aim, photo } = employee;
  const id = text(employee.id);
  const name = line(`${text(first_name)} ${text(last_name)}`);
  if (!id && !name) return null;
  return {
    id,
    name,
    title: line(title) || null,
    email: toEmail(email),
    phone: toPhone(phone),
    cellPhone: toPhone(cell_phone),
    chat: line(aim) || null,
    photo: toHttpUrl(photo),
  };
}
