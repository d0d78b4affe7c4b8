import { mount } from 'svelte';
import Offers from './Offers.svelte';

const onChoose = (name: string) => {
  document.title = name;
};
mount(Offers, { target: document.querySelector('#app') as HTMLElement, props: { country: 'US', onChoose } });
