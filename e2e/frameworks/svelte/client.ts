import { hydrate, mount, unmount } from 'svelte';
import App from './App.svelte';
import { heard, type State } from './app.js';

const target = document.querySelector('#app') as HTMLElement;
const props = {
  onSet: (set: (change: Partial<State>) => void) => {
    window.app = { heard, set, unmount: () => unmount(app) };
  },
};
const app = target.firstChild ? hydrate(App, { target, props }) : mount(App, { target, props });
