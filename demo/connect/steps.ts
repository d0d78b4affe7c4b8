import type { CheckName } from '../../cli/findings.js';

/** The checks in their order, each as a question. */
export const steps: readonly (readonly [check: CheckName, title: string])[] = [
  ['reachable', 'Does it return API responses?'],
  ['key', 'Are network id and key accepted?'],
  ['cache', 'Are responses cached?'],
  ['time', 'Is it fast?'],
  ['pictures', 'Where do images come from?'],
  ['origin', 'Who may read responses (CORS)?'],
  ['methods', 'Are dangerous methods refused?'],
  ['parameters', 'Are parameters checked?'],
  ['signed-in', 'Are the figures of the account closed?'],
  ['leak', 'Does any response contain the key?'],
];
