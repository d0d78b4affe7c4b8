import { register } from '../../shared/page/register.js';
import { offerList } from './offer-list.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/offer-list'`: this element alone. */
register(offerList);
