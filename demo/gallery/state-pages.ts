import type { Plugin } from 'vite';
import { galleryStates } from './gallery.js';
import { renderState } from './render.js';

/** Where a state's page would stand if it were a file. */
const toPath = (root: string, id: string) => `${root}/states/${id}.html`;

export const statePages = (root: string): string[] => galleryStates.map(({ id }) => toPath(root, id));

/** Makes a page of each state of the gallery. */
export function makeStatePages(root: string): Plugin {
  const pages = new Map(galleryStates.map((state) => [toPath(root, state.id), state]));
  return {
    name: 'state-pages',
    enforce: 'pre',
    resolveId: (id) => (pages.has(id) ? id : null),
    load(id) {
      const state = pages.get(id);
      return state ? renderState(state) : null;
    },
  };
}
