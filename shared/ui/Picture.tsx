import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** Addresses that did not load: not tried again, in no element. */
const broken = signal<readonly string[]>([]);

/** Whether a picture is known not to load. Who asks follows what is found out later. */
export const isBroken = (url: string | undefined): boolean => broken.value.includes(`${url}`);

/** Listens to the pictures' `error`. */
export const noteBroken = ({ target }: Event): void => {
  broken.value = [...broken.value, (target as Element).getAttribute('src') ?? ''];
};

/** A page on https shows no http picture; most image hosts answer on both. */
export const toShowable = (src: string): string =>
  location.protocol === 'https:' ? src.replace(/^http:/, 'https:') : src;

/**
 * A picture in a box of fixed size, so that nothing moves when it arrives, fails, or was never there. The box is the
 * stylesheet's `.picture`; a widget sets its size. Without alternative text: it repeats the name beside it.
 *
 * @param standIn - The drawing in the place of a picture that is missing or does not load.
 */
export function showPicture(part: string, src: string | null | undefined, standIn: ComponentChildren) {
  const url = src && toShowable(src);
  return (
    <span part={part} class="picture">
      {url && !isBroken(url) ? <img key={url} src={url} alt="" loading="lazy" decoding="async" /> : standIn}
    </span>
  );
}
