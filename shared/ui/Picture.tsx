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
  const [failedSrc, setFailedSrc] = useState<string | null>(null);
  if (name === undefined) return <span part={part} class="picture skeleton" />;
  if (!src || src === failedSrc) {
    const retry = () => setFailedSrc(null);
    return <Initials key={name} part={part} name={name} id={id} onOnline={src ? retry : undefined} />;
  }
  return (
    <img
      key={src}
      part={part}
      class={`picture ${kind}`}
      alt=""
      loading="lazy"
      decoding="async"
      // After `loading`, without which some browsers would request it at once.
      src={toSecureUrl(src)}
      onError={() => setFailedSrc(src)}
    />
  );
}

interface InitialsProps extends Pick<PictureProps, 'part' | 'id'> {
  readonly name: string;
  /** The picture that failed may load now. */
  readonly onOnline: (() => void) | undefined;
}

function Initials({ part, name, id, onOnline }: InitialsProps) {
  const hasFailed = onOnline !== undefined;
  useEffect(() => {
    if (!onOnline) return;
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [hasFailed]);
  return (
    <span part={part} class={`picture tile tint-${Number(id) % 4}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
