import type { MessageTable } from './messages.js';
import { trackingLinkMessages } from './tracking-link-messages.js';

const { copyByHand, linkFailed } = trackingLinkMessages;

/** What a visitor reads of `<hasoffers-creatives>` alone, in English. */
export const creativesMessages = {
  creatives: 'Creatives',
  noCreatives: 'No creatives yet.',
  noCreativeMatches: 'No creatives match.',
  creativeType: 'Type',
  creativeSize: 'Size',
  allTypes: 'All types',
  allSizes: 'All sizes',
  'type:image': 'Image',
  'type:text': 'Text',
  'type:file': 'File',
  copyAs: 'Copy as',
  codeOf: 'Code of {name}',
  openCreative: 'Open {name}',
  noPreview: 'No preview',
  keptMacros: 'Not filled in: {macros}',
  copyByHand,
  linkFailed,
} as const satisfies MessageTable;
