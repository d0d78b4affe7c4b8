import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface PictureProps {
  readonly src: string | null | undefined;
  /** Empty for a picture that only repeats the text beside it. */
  readonly alt: string;
  readonly part: string;
  /** The drawing that stands in for a picture that is missing or does not load. */
  readonly children: ComponentChildren;
}

/**
 * A picture in a box of fixed size, so that nothing moves when it arrives, fails, or was never there. The box is the
 * stylesheet's `.picture`; a widget sets its size.
 */
export function Picture({ src, alt, part, children }: PictureProps) {
  const broken = useSignal<string | null>(null);
  // A page on https shows no http picture; most image hosts answer on both.
  const url = src && location.protocol === 'https:' ? src.replace(/^http:/, 'https:') : src;
  return (
    <span part={part} class="picture">
      {url && broken.value !== url ? (
        <img
          key={url}
          src={url}
          alt={alt}
          loading="lazy"
          decoding="async"
          onError={() => {
            broken.value = url;
          }}
        />
      ) : (
        children
      )}
    </span>
  );
}
