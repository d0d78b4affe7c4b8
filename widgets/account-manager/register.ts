import { register } from '../../shared/page/register.js';
import { accountManager } from './account-manager.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/account-manager'`: this element alone. */
register(accountManager);
