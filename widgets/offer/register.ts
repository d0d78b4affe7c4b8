import { register } from '../../shared/page/register.js';
import { offer } from './offer.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/offer'`: this element alone. */
register(offer);
