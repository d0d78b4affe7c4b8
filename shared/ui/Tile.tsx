const hues = 6;

/**
 * Stands in for a missing picture: initials on a soft tint that stays the same for the same thing.
 *
 * @param seed - What decides the tint: an id, so that neighbours differ and a reload changes nothing.
 */
export function Tile({ seed, name }: { readonly seed: string; readonly name: string }) {
  let hash = 0;
  for (const letter of seed) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (
    <span class={`tile h${hash % hues}`} aria-hidden="true" key={name}>
      {initials(name)}
    </span>
  );
}

/** Networks write more than the name ("Shop | UAE | CPA"), so the first two words that start with a letter or digit count. */
export function initials(name: string): string {
  const [brand = ''] = name.split(/ [|–—-] /);
  return brand
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => Array.from(word)[0])
    .join('')
    .toLocaleUpperCase();
}
