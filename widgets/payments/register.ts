import { register } from '../../shared/page/register.js';
import { payments } from './payments.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/payments'`: this element alone. */
register(payments);
