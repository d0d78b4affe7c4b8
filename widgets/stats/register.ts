import { register } from '../../shared/page/register.js';
import { stats } from './stats.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/stats'`: this element alone. */
register(stats);
