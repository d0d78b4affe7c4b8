import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A page on https shows no http picture; most image hosts support both. */
export const toSecureUrl = (url: string): string =>
  location.protocol === 'https:' ? url.replace(/^http:/, 'https:') : url;

/** Networks write more than the name ("Shop | UAE | CPA"), so the first two words of the first part count. */
function initials(name: string): string {
  const words = name.split(/ [|\u2013\u2014-] /)[0]?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map(([first]) => first);
  return letters.join('').toUpperCase();
}

interface PictureProps {
  readonly part: string;
  readonly src: string | null | undefined;
  /** `undefined` while nothing is known yet. Only for the initials: the name stands beside the picture. */
  readonly name: string | undefined;
  /** Decides the tint of the initials, so that neighbours differ and a reload changes nothing. */
  readonly id?: string | undefined;
  /** A class of the picture alone. */
  readonly kind?: string;
}

/**
 * A picture; initials where it is missing or does not load; a skeleton where nothing is known yet. All three are the
 * stylesheet's `.picture`, to which a widget gives a fixed size: nothing moves when one takes the place of another.
 */
export function Picture({ part, src, name, id, kind = '' }: PictureProps) {
  if (name === undefined) return <span part={part} class="picture skeleton" />;
  const tile = (
    <span part={part} class={`picture tile tint-${Number(id) % 4}`} aria-hidden="true" key={name}>
      {initials(name)}
    </span>
  );
  return src ? <LoadedPicture key={src} part={part} src={src} kind={kind} fallback={tile} /> : tile;
}

interface LoadedPictureProps {
  readonly part: string;
  readonly src: string;
  readonly kind: string;
  readonly fallback: ComponentChild;
}

function LoadedPicture({ part, src, kind, fallback }: LoadedPictureProps) {
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!hasFailed) return;
    const retry = () => setHasFailed(false);
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [hasFailed]);
  if (hasFailed) return fallback;
  return (
    <img
      part={part}
      class={`picture ${kind}`}
      src={toSecureUrl(src)}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setHasFailed(true)}
    />
  );
}
