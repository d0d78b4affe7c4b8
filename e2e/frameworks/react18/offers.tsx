import { createRoot } from 'react-dom/client';
import { Offers } from './Offers.js';

const root = createRoot(document.querySelector('#app') as HTMLElement);
root.render(
  <Offers
    country="US"
    onChoose={(name) => {
      document.title = name;
    }}
  />,
);
