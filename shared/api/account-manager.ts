import { line, list, record, text, type Wire } from './decode.js';
import { type ApiRequest, toRequest } from './request.js';
import type { AccountManager } from './types.js';
import { toHttpUrl } from './url.js';

/** Requests the person who looks after this affiliate; `null` when none is assigned. HasOffers docs: no parameters. */
export const getAccountManager = (): ApiRequest<AccountManager | null> =>
  toRequest('Affiliate', 'getAccountManager', {}, toAccountManager);

/**
 * HasOffers docs: `false` when nobody is assigned; PHP's other ways to say "nothing" mean the same.
 *
 * @throws ApiError `invalid-response` for anything in which nobody can be recognised.
 */
export const toAccountManager = (data: unknown): AccountManager | null => list(data, toEmployee)[0] ?? null;

/** What is shown of a contact field: as it was filled in, unless it holds no letter and no digit (`-`). */
const toContactText = (shown: string): string | null => (/[\p{L}\p{N}]/u.test(shown) ? shown : null);

/** Model `Employee`, bare or wrapped. Which fields a real response has is unknown, so each may be missing. */
function toEmployee(row: Wire): AccountManager | null {
  const employee = record(row.Employee ?? row);
  const { first_name, last_name, title, email, phone, cell_phone, aim, photo } = employee;
  const id = text(employee.id);
  const name = line(`${text(first_name)} ${text(last_name)}`);
  if (!id && !name) return null;
  return {
    id,
    name,
    title: line(title) || null,
    // Not as HTML: `Mara <mara@network.example>` would lose its address as a tag.
    email: toContactText(text(email).replace(/\s+/g, ' ')),
    phone: toContactText(line(phone)),
    cellPhone: toContactText(line(cell_phone)),
    chat: line(aim) || null,
    photo: toHttpUrl(photo),
  };
}
