import { useWidget } from '../element/widget-context.js';
import type { OfferAttributes } from './offer-attributes.js';

interface DisclosureProps {
  readonly attributes: Pick<OfferAttributes, 'link' | 'disclosure'>;
  /** Keeps its place while nothing is known yet. */
  readonly isInvisible: boolean;
}

/** Stands before the first link, and only where there are links that pay. */
export function Disclosure({ attributes: { link, disclosure }, isInvisible }: DisclosureProps) {
  const { messages } = useWidget();
  const builtIn = link === 'tracking' ? messages.disclosure : '';
  const text = link === 'none' ? '' : (disclosure ?? builtIn);
  if (!text) return null;
  return (
    <p part="disclosure" id="disclosure" role="note" class={`muted ${isInvisible ? 'invisible' : ''}`} key={text}>
      {text}
    </p>
  );
}
