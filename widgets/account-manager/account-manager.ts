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
 * The person at the network who looks after this affiliate.
 *
 * @attr fields - What to show and in which order: any of photo title email phone cell-phone chat; all when absent.
 * @attr layout - `card` (default), or `inline` for one line in a header or footer.
 * @fires hasoffers-contact - A way to get in touch is about to be used; cancelable; `detail` is a {@link Contact}.
 * @part card photo name title contact contact-link copy
 */
export const accountManager: Widget<AccountManagerAttributes, AccountManager | null> = {
  tag: 'hasoffers-account-manager',
  css: base + css,
  attributes: { fields: tokens(managerFields), layout: oneOf('card', 'inline') },
  createModel: createAccountManagerModel,
  View: AccountManagerView,
};
