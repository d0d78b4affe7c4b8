import { useLayoutEffect, useState } from 'preact/hooks';
import { useWidget } from '../../../shared/element/widget-context.js';

/**
 * The integrator's template, in whatever an editor has wrapped it (`<p>`), but not one in another slot of the element. The
 * element itself may stand in a slot.
 */
const findTemplate = (host: Element): HTMLTemplateElement | null =>
  [...host.querySelectorAll('template')].find((template) => template.closest('[slot]')?.contains(host) ?? true) ?? null;

/**
 * The integrator's template for an offer, `null` without one. Follows what the page does to the element's children: a
 * script in the page's head runs before they are there, and pages morph and replace them.
 */
export function useTemplate(): HTMLTemplateElement | null {
  const { host } = useWidget();
  const [template, setTemplate] = useState(() => findTemplate(host));
  useLayoutEffect(() => {
    const update = () => setTemplate(findTemplate(host));
    const observer = new MutationObserver(update);
    observer.observe(host, { childList: true, subtree: true });
    update();
    return () => observer.disconnect();
  }, [host]);
  // One without content, as frameworks make it that put children beside the content, would show nothing.
  return template?.innerHTML.trim() ? template : null;
}
