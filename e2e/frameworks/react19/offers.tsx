import { createRoot } from 'react-dom/client';
import { Offers } from './Offers.js';
import { Offers as OffersByRef } from './OffersByRef.js';

const onChoose = (name: string) => {
  document.title = name;
};
const Component = location.search ? OffersByRef : Offers;
createRoot(document.querySelector('#app') as HTMLElement).render(<Component country="US" onChoose={onChoose} />);
