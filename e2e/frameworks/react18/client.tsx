import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './App.js';
import { heard } from './app.js';

const place = document.querySelector('#app') as HTMLElement;
const app = (
  <StrictMode>
    <App
      onSet={(set) => {
        window.app = { heard, set, unmount: () => root.unmount() };
      }}
    />
  </StrictMode>
);
const root = place.firstChild ? hydrateRoot(place, app) : createRoot(place);
if (!place.firstChild) root.render(app);
