import type { AccountManager } from '../../shared/api/types.js';
import { oneOf, tokens } from '../../shared/element/attributes.js';
import { widget } from '../../shared/element/widget.js';
import type { Resource } from '../../shared/resource.js';
import { AccountManagerView } from './AccountManagerView.js';
import styles from './account-manager.css?inline';
import { createAccountManagerModel } from './account-manager.model.js';
import { type AccountManagerAttributes, managerFields } from './account-manager.types.js';

/**
 * The person at the network who looks after this affiliate: a photo or initials, name, title, and ways to get in touch.
 *
 * @attr fields - What to show, in this order.
 * @attr layout - A card, or one line for a header or footer.
 * @fires {AccountManager | null} hasoffers-load - The manager is shown; `null` if the network has assigned none.
 * @fires {Contact} hasoffers-contact - A visitor is about to use or copy a contact. `preventDefault()` stops it.
 * @part card - The card, skeleton included.
 * @part photo - Box of the photo, or of the initials.
 * @part name - First and last name.
 * @part title - Job title.
 * @part contact - A way to get in touch: icon, link, button.
 * @part contact-link - The link with the address or number.
 * @part copy - Button that copies the address or number.
 * @part empty - Message when no manager is assigned.
 */
export const accountManager = widget<AccountManagerAttributes, AccountManager | null, Resource<AccountManager | null>>({
  tag: 'hasoffers-account-manager',
  styles,
  attributes: { fields: tokens(managerFields), layout: oneOf('card', 'inline') },
  createModel: createAccountManagerModel,
  View: AccountManagerView,
});
