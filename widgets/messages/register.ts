import { register } from '../../shared/page/register.js';
import { messages } from './messages.js';

export type * from '../../types/elements.js';

/** `import 'hasoffers-widgets/messages'`: this element alone. */
register(messages);
