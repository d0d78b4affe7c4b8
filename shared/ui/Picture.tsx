import { signal } from '@preact/signals';

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

/** As a text: a browser makes something of a literal when the script starts, which takes it 0.25 ms with these classes. */
const words = '[\\p{L}\\p{M}\\p{N}]+';

/** Networks write more than the name ("Shop | UAE | CPA"), so the first two words of the first part count. */
const initials = (name: string): string =>
  (name.split(/ [|–—-] /)[0]?.match(RegExp(words, 'gu')) ?? [])
    .slice(0, 2)
    .map(([first]) => first)
    .join('')
    .toUpperCase();

/**
 * A picture; initials where it is missing or does not load; a bone where nothing is known yet. All three are the
 * stylesheet's `.picture`, to which a widget gives a fixed size: nothing moves when one takes the place of another.
 * Without alternative text: it repeats the name beside it.
 *
 * @param id - Decides the tint of the initials, so that neighbours differ and a reload changes nothing.
 * @param kind - A class of the picture alone.
 */
export function showPicture(part: string, src: string | null | undefined, id?: string, name?: string, kind = '') {
  if (name === undefined) return <span part={part} class="picture bone" />;
  const url = src && toShowable(src);
  return url && !isBroken(url) ? (
    <img part={part} class={`picture ${kind}`} key={url} src={url} alt="" loading="lazy" decoding="async" />
  ) : (
    <span part={part} class={`picture tile h${Number(id) % 4}`} aria-hidden="true" key={name}>
      {initials(name)}
    </span>
  );
}
