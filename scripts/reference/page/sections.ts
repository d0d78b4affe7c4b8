import type { Reference } from '../model.js';
import { toCommonSection, toElementSection } from './elements.js';
import { type Highlight, toErrorsSection, toProxySection, toSettingsSection, toTypesSection } from './more.js';
import type { Section } from './section.js';

/** The reference page's sections, in their order. */
export function toSections(reference: Reference, highlight: Highlight): readonly Section[] {
  const [first] = reference.elements;
  return [
    ...reference.elements.map(toElementSection),
    ...(first ? [toCommonSection(first)] : []),
    toTypesSection(reference, highlight),
    toErrorsSection(reference),
    toSettingsSection(reference),
    toProxySection(reference),
  ];
}
