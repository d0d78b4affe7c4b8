import type { GalleryGroup } from './gallery.types.js';
import { readStates } from './read-states.js';

/** Files of `states/` in the order of the gallery. */
const groups = 'usual data offer stats link creatives payments conversions messages errors'.split(' ');

/** Every state, in the order of the gallery. */
export const gallery: readonly GalleryGroup[] = groups.map(readStates);

export const galleryStates = gallery.flatMap(({ states }) => states);
