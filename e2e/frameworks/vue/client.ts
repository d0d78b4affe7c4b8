import { createApp, createSSRApp } from 'vue';
import App from './App.vue';
import { heard, type State } from './app.js';

const place = document.querySelector('#app') as HTMLElement;
const app = (place.firstChild ? createSSRApp : createApp)(App, {
  onSet: (set: (change: Partial<State>) => void) => {
    window.app = { heard, set, unmount: () => app.unmount() };
  },
});
app.mount(place);
