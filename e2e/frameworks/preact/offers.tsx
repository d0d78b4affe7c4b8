import { render } from 'preact';
import { Offers } from './Offers.js';

const onChoose = (name: string) => {
  document.title = name;
};
render(<Offers country="US" onChoose={onChoose} />, document.querySelector('#app') as HTMLElement);
