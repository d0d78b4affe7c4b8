import type { Reference } from '../../scripts/reference/model.js';
import { toCommonSection, toElementSection } from './elements.js';
import { toErrorsSection, toProxySection, toSettingsSection, toTypesSection } from './more.js';
import type { Section } from './section.js';

/** The reference page's sections, in their order. */
export function toSections(reference: Reference): readonly Section[] {
  const [first] = reference.elements;
  return [
    ...reference.elements.map(toElementSection),
    ...(first ? [toCommonSection(first)] : []),
    toTypesSection(reference),
    toErrorsSection(reference),
    toSettingsSection(reference),
    toProxySection(reference),
  ];
}
