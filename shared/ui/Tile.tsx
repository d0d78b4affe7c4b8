/**
 * Stands in for a missing picture: initials on a soft tint that stays the same for the same thing.
 *
 * @param seed - What decides the tint: an id, so that neighbours differ and a reload changes nothing.
 */
export const showTile = (seed: string, name: string) => (
  <span class={`tile h${Number(seed) % 4}`} aria-hidden="true">
    {initials(name)}
  </span>
);

/** Networks write more than the name ("Shop | UAE | CPA"), so the first two words of the first part count. */
export const initials = (name: string): string =>
  (name.split(/ [|–—-] /)[0]?.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .slice(0, 2)
    .map(([first]) => first)
    .join('')
    .toUpperCase();
