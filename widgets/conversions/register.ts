import { register } from '../../shared/page/register.js';
import { conversions } from './conversions.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/conversions'`: this element alone. */
register(conversions);
