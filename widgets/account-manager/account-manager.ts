import type { AccountManager } from '../../shared/api/types.js';
import { oneOf, tokens } from '../../shared/element/attributes.js';
import base from '../../shared/element/base.css?inline';
import type { Widget } from '../../shared/element/widget.js';
import { AccountManagerView } from './AccountManagerView.js';
import css from './account-manager.css?inline';
import { createAccountManagerModel } from './account-manager.model.js';

export const managerFields = ['photo', 'title', 'email', 'phone', 'cell-phone', 'chat'] as const;
export type ManagerField = (typeof managerFields)[number];

export interface AccountManagerAttributes {
  readonly fields: readonly ManagerField[];
  readonly layout: 'card' | 'inline';
}

/** `detail` of `hasoffers-contact`. */
export interface Contact {
  readonly kind: 'email' | 'phone' | 'cell-phone' | 'chat';
  readonly value: string;
}

/**
 * The person at the network who looks after this affiliate: a photo or initials, name, title, and ways to get in touch.
 *
 * @attr fields - What to show, in this order.
 * @attr layout - A card, or `inline`: one line for a header or footer.
 * @fires {AccountManager | null} hasoffers-load - The manager is shown; `null` when the network has assigned none.
 * @fires {Contact} hasoffers-contact - A visitor is about to use or to copy an address; `preventDefault()` stops it.
 * @part card - The whole, skeleton included.
 * @part photo - Box of the picture, or of the initials.
 * @part name - First and last name.
 * @part title - What the person does.
 * @part contact - A way to get in touch: icon, address, button.
 * @part contact-link - The address itself.
 * @part copy - Button that copies the address.
 * @part empty - Sentence where no manager is assigned.
 */
export const accountManager: Widget<AccountManagerAttributes, AccountManager | null> = {
  tag: 'hasoffers-account-manager',
  css: base + css,
  attributes: { fields: tokens(managerFields), layout: oneOf('card', 'inline') },
  createModel: createAccountManagerModel,
  view: AccountManagerView,
};
