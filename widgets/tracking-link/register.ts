import { register } from '../../shared/page/register.js';
import { trackingLink } from './tracking-link.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/tracking-link'`: this element alone. */
register(trackingLink);
