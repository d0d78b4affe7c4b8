import type { ResourceState } from '../resource.js';

const all = ['idle', 'loading', 'ready', 'empty', 'error', 'stale'];

/** Mirrors a state as CSS custom states, for the page's `hasoffers-offer-list:state(loading)`. */
export function reflectState(internals: ElementInternals | undefined, state: ResourceState<unknown>): void {
  const states = internals?.states;
  if (!states) return;
  const stale = state.status !== 'error' && 'error' in state;
  for (const name of all) {
    try {
      if (name === state.status || (name === 'stale' && stale)) states.add(name);
      else states.delete(name);
    } catch {
      // Chrome before 125 takes dashed names only; such a page has the `state` property.
    }
  }
}
