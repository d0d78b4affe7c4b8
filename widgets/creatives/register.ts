import { register } from '../../shared/page/register.js';
import { creatives } from './creatives.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/creatives'`: this element alone. */
register(creatives);
