import 'preact/debug';
import { hydrate, render } from 'preact';
import { App } from './App.js';
import { heard } from './app.js';

const place = document.querySelector('#app') as HTMLElement;
const app = (
  <App
    onSet={(set) => {
      window.app = { heard, set, unmount: () => render(null, place) };
    }}
  />
);
if (place.firstChild) hydrate(app, place);
else render(app, place);
