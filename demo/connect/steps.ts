import type { CheckName } from '../../cli/findings.js';

/** What each check asks, in the order of asking. */
export const steps: readonly (readonly [check: CheckName, title: string])[] = [
  ['reachable', 'Does it answer, in the form of the API?'],
  ['key', 'Are network id and key accepted?'],
  ['cache', 'Are answers kept?'],
  ['time', 'Is it fast?'],
  ['pictures', 'Where do pictures come from?'],
  ['origin', 'Who may read answers (CORS)?'],
  ['methods', 'Are dangerous methods refused?'],
  ['parameters', 'Are parameters checked?'],
  ['leak', 'Does any answer hold the key?'],
];
